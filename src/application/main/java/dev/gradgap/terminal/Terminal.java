package dev.gradgap.terminal;

import java.io.Console;

/** What the program is connected to. */
public final class Terminal {

    private Terminal() {}

    /** Whether a person is watching: standard input and output are a terminal. */
    @SuppressWarnings("SystemConsoleNull") // from JDK 22 on, where it is not null, isTerminal decides
    public static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true; // before JDK 22 there was no console without a terminal
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
