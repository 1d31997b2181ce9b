package dev.gradgap.cli;

import dev.gradgap.results.Method;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.Journal;
import dev.gradgap.results.journal.JournalJson;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.MachineLock;
import dev.gradgap.run.fork.JarExecutor;
import dev.gradgap.run.fork.JmhExecutor;
import dev.gradgap.run.fork.PrivateFolder;
import dev.gradgap.run.fork.Requests;
import dev.gradgap.run.suite.Settings;
import dev.gradgap.task.RunEnvironment;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.text.UserError;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code measure}: measures what it is told on standard input, a line {@code CELL ROUND METHOD [TURNS]} for each fork, and answers
 * with a line of the journal. That is how {@code compare} measures with other jars.
 */
@Command(
        name = JarExecutor.COMMAND,
        hidden = true,
        description = "Measures forks that another process asks for on standard input; used by compare.")
final class MeasureCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The directory with the journal of the run.")
    private Path directory = Path.of("");

    @Override
    public Integer call() {
        System.setProperty(MachineLock.IGNORED_BY_JMH, "true"); // the process that asks has it
        PrintWriter out = spec.commandLine().getOut();
        try (PrivateFolder scratch = PrivateFolder.create()) {
            RunHeader planned = Journal.read(directory).run().header();
            Settings.requireComplete(directory, planned);
            RunHeader header = planned.withPlugins(scratch.copies(planned.plugins()));
            RunEnvironment.writeOrRequireSame(directory, header);
            try (JmhExecutor executor = new JmhExecutor(header, directory, scratch)) {
                Requests requests = Requests.of(System.in);
                answer(out, JarExecutor.READY);
                for (Optional<String> request = requests.next(); request.isPresent(); request = requests.next()) {
                    ForkResult fork = measured(executor, header, request.get());
                    answer(out, new String(JournalJson.line(fork), StandardCharsets.UTF_8));
                }
            }
        }
        return ExitCode.OK;
    }

    private static void answer(PrintWriter out, String line) {
        out.print(line + "\n");
        out.flush();
    }

    private static ForkResult measured(JmhExecutor executor, RunHeader header, String request) {
        String[] words = request.split(" ", -1);
        try {
            int cell = Integer.parseInt(words[0]);
            int round = Integer.parseInt(words[1]);
            Optional<Method> method = Arrays.stream(Method.values())
                    .filter(m -> m.label().equals(words[2]))
                    .findFirst();
            Optional<String> turns = words.length > 3 ? Optional.of(words[3]) : Optional.empty();
            return executor.execute(cell, header.cells().get(cell), round, method, turns);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new UserError("'" + request + "' is not a line CELL ROUND METHOD [TURNS], such as: 0 3 measured", e);
        }
    }
}
