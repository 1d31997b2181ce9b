package dev.gradgap.cli;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.catalog.Sizes;
import dev.gradgap.cli.option.Choice;
import dev.gradgap.cli.option.Durations;
import dev.gradgap.cli.option.PluginOption;
import dev.gradgap.cli.option.ProgramOptions;
import dev.gradgap.engine.Engine;
import dev.gradgap.task.CellChecks;
import dev.gradgap.task.ContractVerification;
import dev.gradgap.task.Guards;
import dev.gradgap.task.Members;
import dev.gradgap.task.ProgramVerification;
import dev.gradgap.task.ReplayedGraph;
import dev.gradgap.task.TimeLimit;
import dev.gradgap.task.Verification;
import dev.gradgap.task.Verification.Result;
import dev.gradgap.task.VerificationSummary;
import dev.gradgap.terminal.TextTable;
import dev.gradgap.text.UserError;
import dev.gradgap.verify.expected.Verdict;
import dev.gradgap.verify.recording.ExpectationsOnDemand;
import dev.gradgap.workload.WorkloadFamily;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: whether the engines' derivatives are right. */
@Command(
        name = "verify",
        header = "Checks whether the engines' derivatives are right.",
        description = {
            "Compares with hand-written adjoints, or where there are none with dual numbers, the tape and finite differences,",
            "never with code of the engine itself.",
            "Each line gives the sizes at which an engine is right, or wrong, and the largest relative error.",
            "With --contract: tries an engine on every clause of the contract, conventions among them.",
            "With --programs: compares all that engines compute on random programs with an error analysis."
        },
        footer = {
            "",
            "Examples:",
            "  verify                                        every engine on every workload",
            "  verify --workload 'm*' --engine graph-reverse --inputs 1..1K",
            "  verify --plugin my-engine.jar --engine mine",
            "  verify --function Rosenbrock.java             a method of yours, as it is",
            "  verify --contract mine --plugin my-engine.jar",
            "  verify --programs 10000 --seconds 60",
            "  verify --graph results/latest/faults/compiled-reverse-heat-25.graph",
            "",
            "Exit codes: 0 all right, 3 bad usage or nothing to check, 4 a wrong gradient or a broken clause,",
            "5 a check broke down, 6 nothing of these, but some derivatives could not be judged: unverified, which speaks",
            "neither for the engine nor against it,",
            "70 an engine found its own plan wrong: an error of this program, with a file that --graph reads."
        })
final class VerifyCommand implements Callable<Integer> {

    private static final List<Integer> SIZES = List.of(1, 2, 3, 8, 33, 100, 1000);

    @Spec
    private CommandSpec spec;

    @Option(names = "--workload", paramLabel = "GLOB", description = "Only these; may be given several times.")
    private List<String> workloads = new ArrayList<>();

    @Option(names = "--engine", paramLabel = "GLOB", description = "Only these; may be given several times.")
    private List<String> engines = new ArrayList<>();

    @Option(
            names = "--inputs",
            paramLabel = "SIZES",
            description =
                    "1,2,4 or 1..1024 or 1K,1M; if not given, 1,2,3,8,33,100,1000, fitted to each workload's range.")
    private Optional<String> inputs = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "FILE",
            description = "The point of --function: numbers separated by white space or commas.")
    private Optional<Path> at = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Decides the points and the data; 1 if not given.")
    private long seed = Members.DEFAULT_SEED;

    @Option(
            names = "--graph",
            paramLabel = "FILE",
            description = "The graph in this file, which an internal error left, instead of workloads.")
    private Optional<Path> graph = Optional.empty();

    @Option(
            names = "--cell-timeout",
            paramLabel = "T",
            description = "How long an engine may take on a workload with one number of inputs, such as 90s or 10m;"
                    + " 2m if not given. One that takes longer has failed, and is not tried again.")
    private String cellTimeout = "2m";

    @Option(
            names = "--contract",
            paramLabel = "GLOB",
            description =
                    "Tries these engines on every clause of the contract, instead of on workloads: each operation's"
                            + " derivative, the conventions where there is none, what may happen to the caller's arrays.")
    private Optional<String> contract = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (if not given) or json; not for programs.")
    private String format = "text";

    @Mixin
    private ProgramOptions programs;

    @Mixin
    private PluginOption plugins;

    private final VerificationSummary summary = new VerificationSummary();

    @Override
    public Integer call() throws IOException {
        boolean json = Choice.check("--format", format, "text", "json").equals("json");
        TimeLimit limit = new TimeLimit(Durations.seconds("--cell-timeout", cellTimeout));
        Optional<List<Integer>> sizes = inputs.map(text -> Sizes.parse("--inputs", text));
        Catalog catalog = plugins.catalog(at);
        workloads.addAll(plugins.workloads());
        List<Engine> chosen = engines.isEmpty()
                ? catalog.engines()
                : engines.stream()
                        .flatMap(glob -> catalog.engines(glob).stream())
                        .distinct()
                        .toList();
        boolean onWorkloads = !workloads.isEmpty() || inputs.isPresent() || graph.isPresent();
        boolean onPrograms = contract.isEmpty() && programs.areGiven(onWorkloads);
        if (json && (contract.isPresent() || onPrograms)) {
            throw new UserError(
                    "--format json is for workloads; what becomes of programs and clauses is told in words");
        }
        if (contract.isPresent()) {
            if (onWorkloads || !engines.isEmpty() || programs.areGiven(false)) {
                throw new UserError(
                        "--contract names the engines and needs no workloads; leave out --engine, --workload,"
                                + " --inputs, --graph and --programs");
            }
            return new ContractVerification(spec.commandLine().getOut(), limit).run(catalog.engines(contract.get()));
        }
        if (onPrograms) {
            CommandLine command = spec.commandLine();
            return new ProgramVerification(chosen, !programs.ownVectors(), seed, command.getOut(), command.getErr())
                    .run(programs.programs(), programs.seconds());
        }
        CellChecks checks = new CellChecks(limit, seed);
        List<WorkloadFamily> families = families(catalog);
        PrintWriter out = spec.commandLine().getOut();
        for (WorkloadFamily family : families) {
            List<Integer> fitted = sizes.orElseGet(() -> SIZES.stream()
                    .map(n -> Math.max(family.minInputs(), Math.min(family.maxInputs(), n)))
                    .distinct()
                    .toList());
            if (!json) {
                out.println(family.name());
            }
            TextTable table = check(family, fitted, chosen, checks);
            if (!json && plugins.workloads().contains(family.name())) {
                fitted.stream()
                        .max(Integer::compare)
                        .flatMap(n -> guards(family, n))
                        .ifPresent(text -> out.println("  " + text));
            }
            if (!json) {
                out.print(table.toString().indent(2));
                out.flush();
            }
        }
        if (json) {
            summary.json(out);
        } else {
            summary.text(out);
        }
        return summary.exitCode();
    }

    /** The guards of a function's largest member, if that can be made. */
    private Optional<String> guards(WorkloadFamily family, int inputs) {
        try {
            return Guards.describe(Members.create(family, inputs, seed));
        } catch (UserError e) {
            return Optional.empty(); // the table says why it is skipped
        }
    }

    private List<WorkloadFamily> families(Catalog catalog) {
        if (graph.isPresent()) {
            if (!workloads.isEmpty() || inputs.isPresent()) {
                throw new UserError("--graph takes the place of --workload and --inputs; leave them out");
            }
            return List.of(ReplayedGraph.read(graph.get()));
        }
        return workloads.isEmpty()
                ? catalog.workloads()
                : workloads.stream()
                        .flatMap(glob -> catalog.workloads(glob).stream())
                        .toList();
    }

    /** A row for each engine that can do anything with the family. */
    private TextTable check(WorkloadFamily family, List<Integer> sizes, List<Engine> chosen, CellChecks checks) {
        TextTable table = new TextTable("ENGINE", "RESULT", "ERROR", "INPUTS");
        Map<Integer, ExpectationsOnDemand> members = new TreeMap<>();
        for (int n : sizes) {
            try {
                members.put(n, new ExpectationsOnDemand(Members.create(family, n, seed), seed));
            } catch (UserError e) {
                Verification skipped = Verification.skipped(e.getMessage());
                chosen.forEach(engine -> summary.add(family.name(), n, engine.name(), skipped));
            }
        }
        for (Engine engine : chosen) {
            Map<Integer, Verification> found = new TreeMap<>();
            members.forEach((n, member) -> found.put(n, checks.of(engine, member)));
            found.forEach((n, check) -> summary.add(family.name(), n, engine.name(), check));
            for (Result result : Result.values()) {
                addRow(table, engine, result, found);
            }
        }
        return table;
    }

    private static void addRow(TextTable table, Engine engine, Result result, Map<Integer, Verification> found) {
        List<Map.Entry<Integer, Verification>> these = found.entrySet().stream()
                .filter(entry -> entry.getValue().result() == result)
                .toList();
        if (these.isEmpty()) {
            return;
        }
        String sizes = these.stream().map(entry -> entry.getKey().toString()).collect(Collectors.joining(","));
        String error = these.stream()
                .flatMap(entry -> entry.getValue().verdict().stream())
                .map(Verdict::maxRelativeError)
                .max(Double::compare)
                .map(largest -> String.format(Locale.ROOT, "%.1e", largest))
                .orElse("");
        table.add(engine.name(), result.label(), error, sizes);
    }
}
