package dev.gradgap.cli;

import java.io.Console;
import picocli.CommandLine.Help.Ansi;

/** What the program is connected to. */
final class Terminal {

    private Terminal() {}

    /** Whether a person is watching: standard input and output are a terminal. */
    @SuppressWarnings("SystemConsoleNull") // from JDK 22 on, where it is not null, isTerminal decides
    static boolean isTerminal() {
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

    /** Colours if a terminal can show them and the environment does not forbid them (https://no-color.org). */
    static Ansi ansi() {
        return isTerminal() && Ansi.AUTO.enabled() ? Ansi.ON : Ansi.OFF;
    }
}
