package dev.gradgap.cli;

import dev.gradgap.terminal.ExitCode;
import dev.gradgap.text.UserError;
import java.io.IOException;

/**
 * The jar's main class. Some commands are carried on in a second JVM, see {@link Relaunch}: no jar can ask for the vector
 * module, and no program keeps a promise about its exit code while it shares its process with code of others.
 *
 * <p>Loads little: whatever this class needs, a command pays for twice.
 */
public final class Launcher {

    private Launcher() {}

    /** Runs the program, here or in another process, and ends this one. */
    public static void main(String[] args) {
        try {
            launch(args);
        } catch (Throwable problem) {
            // A class that can no longer be loaded, perhaps. Left to the JVM it would be exit code 1: a regression.
            System.err.println("internal error: " + problem);
            Runtime.getRuntime().halt(Relaunch.said(ExitCode.INTERNAL_ERROR));
        }
    }

    private static void launch(String... args) {
        if (Relaunch.isChild()) {
            Relaunch.endWithParent();
        } else {
            Relaunch relaunch = new Relaunch(args);
            if (relaunch.isNeeded()) {
                try {
                    System.exit(relaunch.run());
                } catch (UserError e) {
                    System.err.println("error: " + e.getMessage());
                    System.exit(ExitCode.USAGE);
                } catch (IOException e) {
                    System.err.println("note: " + relaunch.consequence() + ": " + e.getMessage());
                }
            }
        }
        Main.start(args);
    }
}
