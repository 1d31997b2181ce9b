package dev.gradgap.cli;

import java.io.IOException;

/**
 * The jar's main class. A command that runs engines in this process needs the vector module, as the forks of {@code run}
 * have it, or engines would write other code here than what is timed. No jar can ask for a module: only a JVM that is
 * started with it has vector instructions. So such a command is carried on in a JVM that is.
 *
 * <p>Loads little: whatever this class needs, a command pays for twice.
 */
public final class Launcher {

    private Launcher() {}

    /** Runs the program, here or in another process, and ends this one. */
    public static void main(String[] args) {
        if (Relaunch.isChild()) {
            Relaunch.endWithParent();
        } else if (Relaunch.isNeeded(args)) {
            try {
                System.exit(Relaunch.run(args));
            } catch (IOException e) {
                System.err.println("note: engines run without vectors: " + e.getMessage());
            }
        }
        Main.start(args);
    }
}
