package dev.gradgap.cli;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.cli.option.CellOptions;
import dev.gradgap.cli.option.Choice;
import dev.gradgap.cli.option.PluginOption;
import dev.gradgap.cli.option.PointOptions;
import dev.gradgap.engine.Operator;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.MachineLock;
import dev.gradgap.run.fork.JmhExecutor;
import dev.gradgap.run.fork.PrivateFolder;
import dev.gradgap.run.suite.Plan;
import dev.gradgap.run.suite.Settings;
import dev.gradgap.run.suite.Suite;
import dev.gradgap.task.Advice;
import dev.gradgap.task.AdviceWriter;
import dev.gradgap.task.Advisor;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.text.UserError;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code advise}: which mode and which engine, for one function at one size. */
@Command(
        name = "advise",
        header = "Says which mode and which engine suit a function, and how sure that is.",
        description = {
            "Measures the engines of each technology once, those near the fastest three times, in JVMs of their own,",
            "at the size that is asked for, and the best of them once at ten times that: about a minute.",
            "Without --inputs: 1000, or as near to that as the function allows."
        },
        footer = {
            "",
            "Examples:",
            "  advise --function Denoise.java --inputs 1000",
            "  advise mlp --inputs 4K --format json",
            "",
            "Exit codes: 0 said, 3 bad usage; also if no engine could be measured."
        })
final class AdviseCommand implements Callable<Integer> {

    private static final int USUAL_INPUTS = 1000;
    private static final int LARGER = 10;

    private static final List<String> ENGINES = List.of(
            "overloading-forward",
            "overloading-forward-8",
            "overloading-reverse",
            "graph-forward-8",
            "graph-reverse",
            "compiled-forward",
            "compiled-forward-8",
            "compiled-reverse");

    private static final Map<String, String> SHORT = Map.of(
            "forks", "1",
            "warmup_iterations", "1",
            "warmup_ms", "100",
            "iterations", "5",
            "iteration_ms", "50");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "WORKLOAD", arity = "0..1", description = "As list workloads shows it.")
    private Optional<String> workload = Optional.empty();

    @Mixin
    private PointOptions point;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (if not given) or json.")
    private String format = "text";

    @Mixin
    private PluginOption plugins;

    @Override
    @SuppressWarnings("try") // the lock is only held
    public Integer call() throws IOException {
        boolean json = Choice.check("--format", format, "text", "json").equals("json");
        Catalog catalog = plugins.catalog(point.file());
        String name = plugins.workload(spec, workload, "parameter: 'WORKLOAD'");
        WorkloadFamily family = catalog.workload(name);
        if (point.file().isPresent() && plugins.workloads().isEmpty()) {
            throw new UserError("--at: forks take a workload's own point; only that of --function can be given");
        }
        int usual = Math.max(family.minInputs(), Math.min(family.maxInputs(), USUAL_INPUTS));
        Workload member = point.member(family, usual);
        List<Integer> sizes = new ArrayList<>(List.of(member.inputs()));
        if (member.inputs() <= family.maxInputs() / LARGER) {
            sizes.add(member.inputs() * LARGER);
        }
        List<Advice> advice = new ArrayList<>();
        try (MachineLock lock = MachineLock.take();
                PrivateFolder scratch = PrivateFolder.create()) {
            List<Path> jars = plugins.plugins(point.file());
            List<PlannedCell> cells = Plan.of(suite(name, sizes), catalog, Plan.Selection.everything());
            RunHeader planned = CellOptions.header(suite(name, sizes), point.seed(), 1, jars, cells);
            RunHeader header = planned.withPlugins(scratch.copies(planned.plugins()));
            try (JmhExecutor executor = new JmhExecutor(header, scratch.path(), scratch)) {
                Advisor advisor = new Advisor(cells, executor);
                advice.add(advisor.at(sizes.get(0)));
                if (sizes.size() > 1 && !advice.get(0).candidates().isEmpty()) {
                    advice.add(advisor.at(sizes.get(1), advice.get(0)));
                }
            }
        }
        advice.removeIf(one -> one.candidates().isEmpty() && one.inputs() != member.inputs());
        if (advice.get(0).candidates().isEmpty()) {
            throw new UserError("no engine could be measured on " + name + ": "
                    + advice.get(0).unsuited().get(0));
        }
        AdviceWriter writer = new AdviceWriter(spec.commandLine().getOut());
        if (json) {
            writer.json(advice, point.seed());
        } else {
            writer.text(advice);
            spec.commandLine()
                    .getOut()
                    .println("More: run with the same options measures all engines, and writes charts.");
        }
        return ExitCode.OK;
    }

    private static Suite suite(String workload, List<Integer> sizes) {
        return new Suite(
                "advise",
                "advice",
                "one function",
                Settings.DEFAULT.with(SHORT),
                List.of(new Suite.Entry(
                        List.of(workload),
                        ENGINES,
                        List.of(Operator.GRADIENT, Operator.PREPARE),
                        sizes,
                        false,
                        Map.of())));
    }
}
