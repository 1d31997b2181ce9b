package dev.gradgap.cli;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.catalog.NearestName;
import dev.gradgap.cli.option.Choice;
import dev.gradgap.cli.option.PluginOption;
import dev.gradgap.cli.option.PointOptions;
import dev.gradgap.explain.DotDrawing;
import dev.gradgap.explain.Explanation;
import dev.gradgap.explain.GraphSummary;
import dev.gradgap.explain.Ink;
import dev.gradgap.explain.SvgDrawing;
import dev.gradgap.explain.TextWalkthrough;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Tracer;
import dev.gradgap.task.Guards;
import dev.gradgap.task.Members;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.text.UserError;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: the computation graph of a workload, as a teacher would go through it. */
@Command(
        name = "explain",
        header = "Walks through a workload's computation graph, forward mode and reverse mode.",
        description = {
            "Shows values from the inputs up, the local partial on every edge, forward mode from each input in turn,",
            "reverse mode from each output, what add, max and multiply do to the gradient, and the edges visited by",
            "each mode. On a terminal values are green and derivatives red."
        },
        footer = {
            "",
            "Examples:",
            "  explain lecture                two forward passes against one reverse pass",
            "  explain lecture --wrt b        the forward pass from b alone",
            "  explain backprop --format svg > backprop.svg",
            "  explain rosenbrock --inputs 3 --format dot | dot -Tpdf > rosenbrock.pdf",
            "  explain mlp --inputs 1K        too large to print: depth, width, where the work is",
            "",
            "Numbers have six significant digits: = where that is exact, ≈ where it is rounded."
        })
final class ExplainCommand implements Callable<Integer> {

    private static final int INPUTS_SHOWN = 8;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "WORKLOAD", arity = "0..1", description = "As list workloads shows it.")
    private Optional<String> workload = Optional.empty();

    @Mixin
    private PointOptions point;

    @Option(
            names = "--wrt",
            paramLabel = "INPUT",
            description = "Only the forward pass with respect to this input, by its name or its position from 0.")
    private Optional<String> wrt = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (if not given), svg or dot (Graphviz).")
    private String format = "text";

    @Mixin
    private PluginOption plugins;

    @Override
    public Integer call() {
        boolean drawn = !Choice.check("--format", format, "text", "svg", "dot").equals("text");
        Catalog catalog = plugins.catalog(point.file());
        WorkloadFamily family = catalog.workload(plugins.workload(spec, workload, "parameter: 'WORKLOAD'"));
        Workload member = point.member(family);
        Graph graph = trace(member);
        String text;
        if (Explanation.isSmall(graph)) {
            text = small(family, new Explanation(title(family), graph, member.point(), family::inputName));
        } else if (drawn || wrt.isPresent()) {
            throw new UserError(Members.describe(member) + " has " + graph.operations()
                    + " operations, too many to show one by one; " + whatWouldFit(family));
        } else {
            text = title(family) + "\n" + GraphSummary.render(graph) + "\nToo large to show node by node; "
                    + whatWouldFit(family) + "\n";
        }
        spec.commandLine().getOut().write(text);
        if (!drawn) {
            Guards.describe(member)
                    .ifPresent(guards -> spec.commandLine().getOut().println("\n" + guards));
        }
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private String small(WorkloadFamily family, Explanation explanation) {
        OptionalInt input = wrt.map(name -> OptionalInt.of(input(family, explanation, name)))
                .orElse(OptionalInt.empty());
        return switch (format) {
            case "svg" -> SvgDrawing.render(explanation, input);
            case "dot" -> DotDrawing.render(explanation, input);
            default -> {
                Ink ink = spec.commandLine().getColorScheme().ansi().enabled() ? Ink.COLOUR : Ink.PLAIN;
                yield input.isPresent()
                        ? TextWalkthrough.render(explanation, ink, input.getAsInt())
                        : TextWalkthrough.render(explanation, ink);
            }
        };
    }

    private static int input(WorkloadFamily family, Explanation explanation, String name) {
        List<String> names = explanation.inputNames();
        return explanation.input(name).orElseThrow(() -> {
            String all = names.size() <= INPUTS_SHOWN
                    ? String.join(", ", names)
                    : names.get(0) + ", " + names.get(1) + " ... " + names.get(names.size() - 1);
            return new UserError("--wrt: '" + name + "' is no input of " + family.name() + NearestName.hint(name, names)
                    + " (its inputs are " + all + ")");
        });
    }

    private String title(WorkloadFamily family) {
        String elsewhere =
                point.file().map(file -> ", here at the point in " + file).orElse("");
        return family.name() + ": " + family.definition() + elsewhere;
    }

    private static Graph trace(Workload workload) {
        try {
            return Tracer.trace(workload.function());
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw new UserError(
                    "workload " + Members.describe(workload) + " cannot be traced: " + UserError.describe(e), e);
        }
    }

    private String whatWouldFit(WorkloadFamily family) {
        OptionalInt fits = largestSmall(family);
        return fits.isEmpty()
                ? "so is its smallest member"
                : "--inputs " + fits.getAsInt() + " is the largest that fits (" + Explanation.LARGEST + " operations)";
    }

    /** The largest member that can be explained, taking for granted that more inputs make no fewer operations. */
    private OptionalInt largestSmall(WorkloadFamily family) {
        OptionalInt largest = OptionalInt.empty();
        for (int n = family.minInputs(); n <= Math.min(family.maxInputs(), Explanation.LARGEST); n++) {
            OptionalLong known = family.operations(n);
            boolean small = known.isPresent()
                    ? known.getAsLong() <= Explanation.LARGEST
                    : Explanation.isSmall(trace(Members.create(family, n, point.seed())));
            if (!small) {
                break;
            }
            largest = OptionalInt.of(n);
        }
        return largest;
    }
}
