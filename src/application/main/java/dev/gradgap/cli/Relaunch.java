package dev.gradgap.cli;

import dev.gradgap.run.MachineLock;
import dev.gradgap.run.fork.ParentWatch;
import dev.gradgap.run.fork.PrivateFolder;
import dev.gradgap.terminal.ErrorOutput;
import dev.gradgap.terminal.ExitCode;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Carries a command on in a second JVM of the same installation, started in the same way. Standard input and output are its
 * own; error output passes through this process, for the sake of one line. There are three reasons:
 *
 * <ul>
 *   <li>a command that runs engines in its own process needs the vector module;
 *   <li>a command that measures lasts long, and the jars it runs from may be replaced meanwhile: the second JVM has a copy;
 *   <li>code of a plug-in can end the process it is in, with an exit code that says that all is well: this one is not it.
 * </ul>
 */
final class Relaunch {

    private static final String MODULE = "jdk.incubator.vector";

    private static final List<String> RUNNING_ENGINES = List.of("verify", "gradient", "descend", JmhCommand.NAME);
    private static final List<String> MEASURING = List.of("run", "advise", "compare", "calibrate");
    private static final List<String> HELP = List.of("-h", "--help", "-V", "--version");
    private static final List<String> PLUGINS = List.of("--plugin", "--function", "--base-plugin", "--head-plugin");

    /** What tells the second JVM that it is one, and whose. */
    private static final String PARENT = "gradgap.parent";

    /** Options that two JVMs must not share: a port to listen on, or a file to write. */
    private static final List<String> TOOLS =
            List.of("-agentlib:", "-agentpath:", "-javaagent:", "-Xrunjdwp", "-XX:StartFlightRecording");

    /** What the second JVM adds to its exit codes: neither a JVM that does not start nor a plug-in says such a number. */
    private static final int SAID_BY_PROGRAM = 32;

    private static final List<Integer> ASKED_TO_END = List.of(1, 2, 15); // SIGHUP, SIGINT, SIGTERM
    private static final int SIGNALS = 128; // and more: what killed it
    private static final int KILLED = SIGNALS + 15; // as by SIGTERM
    private static final long PATIENCE_SECONDS = 5;
    private static final long PATIENCE_FOR_RESULTS_SECONDS = 90; // more than the second JVM takes to write them

    private final String[] args;
    private final String command;
    private final List<String> plugins = new ArrayList<>();
    private final boolean help;

    /** A command line. */
    Relaunch(String... args) {
        this.args = args;
        String first = args.length == 0 ? "run" : "";
        boolean asked = false;
        for (int k = 0; k < args.length; k++) {
            asked |= HELP.contains(args[k]);
            if (first.isEmpty() && !args[k].startsWith("-")) {
                first = args[k];
            }
            int equals = args[k].indexOf('=');
            String option = equals < 0 ? args[k] : args[k].substring(0, equals);
            if (PLUGINS.contains(option)) {
                plugins.add(equals < 0 ? k + 1 < args.length ? args[k + 1] : "" : args[k].substring(equals + 1));
            }
        }
        command = first;
        help = asked;
    }

    /** Whether there is a reason. */
    boolean isNeeded() {
        return !help && (measures() || !plugins.isEmpty() || needsModule());
    }

    private boolean measures() {
        return MEASURING.contains(command);
    }

    /** Whether the module is missing here though the command needs it and Java has it. */
    private boolean needsModule() {
        return RUNNING_ENGINES.contains(command)
                && ModuleLayer.boot().findModule(MODULE).isEmpty()
                && ModuleFinder.ofSystem().find(MODULE).isPresent();
    }

    /** Whether this process is the second JVM. */
    static boolean isChild() {
        return System.getProperty(PARENT) != null;
    }

    /** Ends this process once the first JVM is gone: killed, it cannot say so. */
    static void endWithParent() {
        ParentWatch.start(Long.parseLong(System.getProperty(PARENT)), KILLED);
    }

    /** As what this process says one of the program's exit codes. */
    static int said(int exitCode) {
        return isChild() ? SAID_BY_PROGRAM + exitCode : exitCode;
    }

    /** What is different if there can be no second JVM. */
    String consequence() {
        return measures()
                ? "a jar that is replaced while it is measured spoils the run"
                : needsModule() ? "engines run without vectors" : "a plug-in can end the program unnoticed";
    }

    /**
     * Runs the command in the second JVM.
     *
     * @return the exit code
     * @throws IOException in one line that says why, if there can be no second JVM
     */
    int run() throws IOException {
        StartedAs started = StartedAs.here(args);
        for (String option : started.options()) {
            for (String tool : TOOLS) {
                if (option.startsWith(tool)) {
                    throw new IOException("a tool was attached with " + option
                            + (needsModule() ? "; give --add-modules " + MODULE + " too" : ""));
                }
            }
        }
        List<String> more = new ArrayList<>();
        more.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
        if (needsModule()) {
            more.add("--add-modules");
            more.add(MODULE);
        }
        String classPath = System.getProperty("java.class.path");
        Optional<PrivateFolder> folder = measures() ? Optional.of(PrivateFolder.create()) : Optional.empty();
        if (folder.isPresent()) {
            String temporary = System.getProperty("java.io.tmpdir");
            more.add("-D" + MachineLock.FOLDER + "=" + System.getProperty(MachineLock.FOLDER, temporary));
            more.add("-Djava.io.tmpdir=" + folder.get().path());
            String[] entries = classPath.split(File.pathSeparator, -1);
            classPath = String.join(File.pathSeparator, folder.get().copies(List.of(entries)));
        }
        List<String> words = new ArrayList<>();
        words.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        words.addAll(started.again(more, classPath, args));
        return heard(exitCode(words, folder));
    }

    private int exitCode(List<String> words, Optional<PrivateFolder> folder) throws IOException {
        Process child = new ProcessBuilder(words)
                .redirectInput(Redirect.INHERIT)
                .redirectOutput(Redirect.INHERIT)
                .start();
        ErrorOutput errors = new ErrorOutput(child.getErrorStream());
        Runtime.getRuntime().addShutdownHook(new Thread("end-child") {
            @Override
            public void run() {
                end(child, errors);
                folder.ifPresent(PrivateFolder::close);
            }
        });
        errors.start();
        try {
            int exitCode = child.waitFor();
            errors.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            return exitCode;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the main thread", e);
        }
    }

    /** The exit code that the second JVM means; what it did not say itself is never taken for success, or for a finding. */
    private int heard(int exitCode) {
        if (exitCode >= SIGNALS) {
            if (!ASKED_TO_END.contains(exitCode - SIGNALS)) {
                System.err.println("error: the program was killed by signal " + (exitCode - SIGNALS)
                        + (measures() ? "; if it has a journal, --resume carries it on" : ""));
            }
            return exitCode;
        }
        if (exitCode >= SAID_BY_PROGRAM) {
            return exitCode - SAID_BY_PROGRAM;
        }
        System.err.println("error: the program was ended with exit code " + exitCode
                + " before it was done, by something else than itself"
                + (plugins.isEmpty()
                        ? "; a JVM that cannot start says why above"
                        : ": code of a plug-in (" + String.join(", ", plugins)
                                + ") that calls Runtime.halt does that"));
        return plugins.isEmpty() ? ExitCode.INTERNAL_ERROR : ExitCode.USAGE;
    }

    private void end(Process child, ErrorOutput errors) {
        child.toHandle().destroy(); // Process.destroy would close what it still has to say its last words with
        try {
            long patience = measures() ? PATIENCE_FOR_RESULTS_SECONDS : PATIENCE_SECONDS;
            if (!child.waitFor(patience, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
            errors.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            child.destroyForcibly();
        }
    }
}
