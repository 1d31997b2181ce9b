package dev.gradgap.cli;

import dev.gradgap.compare.Contradiction;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.directory.RunDirectory;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.statistics.Interval;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.terminal.TextTable;
import dev.gradgap.text.Numbers;
import dev.gradgap.text.UserError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agree}: do runs say the same of what they have in common? */
@Command(
        name = "agree",
        description = "Looks for cells and gaps of which runs say different things.",
        footer = {
            "",
            "Two runs contradict each other where their 95 % intervals have nothing in common and the figures differ by a",
            "factor of 1.5 or more: then do not quote either. Every run is compared with every other.",
            "",
            "Exit codes: 0 if they agree, 2 if not, 3 if they have nothing in common.",
            "",
            "Example:",
            "  agree results/latest results/reference"
        })
final class AgreeCommand implements Callable<Integer> {

    private static final List<String> MACHINE =
            List.of("cpu_model", "logical_cores", "java_version", "jvm_arguments", "git_commit");

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "2..*", paramLabel = "DIR", description = "The directories of the runs.")
    private List<Path> directories = List.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        TextTable table = new TextTable("what", "one says", "the other says", "apart");
        int compared = 0;
        List<RunResults> runs = directories.stream().map(RunDirectory::read).toList();
        List<Environment> environments =
                directories.stream().map(RunDirectory::readEnvironment).toList();
        for (int i = 0; i < directories.size(); i++) {
            for (int j = i + 1; j < directories.size(); j++) {
                Path one = directories.get(i);
                Path other = directories.get(j);
                Contradiction.Agreement agreement = Contradiction.between(runs.get(i), runs.get(j));
                compared += agreement.compared();
                out.println(one + " and " + other + ": " + agreement.compared() + " figures in common, "
                        + agreement.contradictions().size() + " contradicted");
                differences(environments.get(i), environments.get(j))
                        .forEach((field, difference) -> out.println("  not the same: " + field + ", " + difference));
                agreement
                        .contradictions()
                        .forEach(found -> table.add(
                                found.what(),
                                figure(found.first(), found.isTime()),
                                figure(found.second(), found.isTime()),
                                Numbers.plain(found.factor()) + " times"));
            }
        }
        if (compared == 0) {
            throw new UserError(
                    "nothing to compare: the runs have no cell in common that both measured in two forks or more");
        }
        if (table.isEmpty()) {
            return ExitCode.OK;
        }
        out.print(table);
        return ExitCode.INCONCLUSIVE;
    }

    private static Map<String, String> differences(Environment here, Environment there) {
        Map<String, String> differences = new TreeMap<>();
        for (String field : MACHINE) {
            Optional<String> value = here.text(field);
            if (value.isPresent() && there.text(field).isPresent() && !value.equals(there.text(field))) {
                differences.put(field, value.get() + " and " + there.text(field).get());
            }
        }
        return differences;
    }

    private static String figure(Interval interval, boolean isTime) {
        return isTime ? Numbers.durations(interval) : Numbers.interval(interval);
    }
}
