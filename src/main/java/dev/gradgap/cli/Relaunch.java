package dev.gradgap.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Carries a command on in a second JVM of the same installation, started in the same way, with the vector module. Standard
 * input and output are its own; error output passes through this process, for the sake of one line.
 */
final class Relaunch {

    private static final String MODULE = "jdk.incubator.vector";
    private static final List<String> COMMANDS = List.of("verify", "gradient", "descend", JmhCommand.NAME);
    private static final List<String> HELP = List.of("-h", "--help", "-V", "--version");

    /** What tells the second JVM that it is one, and whose. */
    private static final String PARENT = "gradgap.parent";

    /** Options that two JVMs must not share: a port to listen on, or a file to write. */
    private static final List<String> TOOLS =
            List.of("-agentlib:", "-agentpath:", "-javaagent:", "-Xrunjdwp", "-XX:StartFlightRecording");

    private static final int KILLED = 128 + 15; // as by SIGTERM
    private static final long GLANCE_MILLIS = 250;
    private static final long PATIENCE_SECONDS = 5;

    private Relaunch() {}

    /** Whether the command runs engines in its own process, and the module is missing here though Java has it. */
    static boolean isNeeded(String... args) {
        String command = "";
        for (String arg : args) {
            if (HELP.contains(arg)) {
                return false;
            }
            if (command.isEmpty() && !arg.startsWith("-")) {
                command = arg;
            }
        }
        return COMMANDS.contains(command)
                && ModuleLayer.boot().findModule(MODULE).isEmpty()
                && ModuleFinder.ofSystem().find(MODULE).isPresent();
    }

    /** Whether this process is the second JVM. */
    static boolean isChild() {
        return System.getProperty(PARENT) != null;
    }

    /** Ends this process once the first JVM is gone: killed, it cannot say so. */
    static void endWithParent() {
        long parent = Long.parseLong(System.getProperty(PARENT));
        Thread watch = new Thread("parent-watch") {
            @Override
            public void run() {
                while (isParent(parent)) {
                    try {
                        sleep(GLANCE_MILLIS);
                    } catch (InterruptedException e) {
                        return;
                    }
                }
                System.exit(KILLED);
            }
        };
        watch.setDaemon(true);
        watch.start();
    }

    private static boolean isParent(long pid) {
        ProcessHandle parent = ProcessHandle.current().parent().orElse(null);
        return parent != null && parent.pid() == pid;
    }

    /**
     * Runs the command in the second JVM.
     *
     * @return the exit code of the second JVM
     * @throws IOException in one line that says why, if there can be no second JVM
     */
    static int run(String... args) throws IOException {
        List<String> started = StartedAs.of(args);
        for (String option : started) {
            for (String tool : TOOLS) {
                if (option.startsWith(tool)) {
                    throw new IOException(
                            "a tool was attached with " + option + "; give --add-modules " + MODULE + " too");
                }
            }
        }
        String[] command = new String[started.size() + 4];
        command[0] = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        command[1] = "-D" + PARENT + "=" + ProcessHandle.current().pid();
        command[2] = "--add-modules";
        command[3] = MODULE;
        for (int k = 0; k < started.size(); k++) {
            command[4 + k] = started.get(k);
        }
        Process child = new ProcessBuilder(command)
                .redirectInput(Redirect.INHERIT)
                .redirectOutput(Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread("end-child") {
            @Override
            public void run() {
                end(child);
            }
        });
        ErrorOutput errors = new ErrorOutput(child.getErrorStream());
        errors.start();
        try {
            int exitCode = child.waitFor();
            errors.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            return exitCode;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the main thread", e);
        }
    }

    private static void end(Process child) {
        child.destroy();
        try {
            if (!child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException e) {
            child.destroyForcibly();
        }
    }
}
