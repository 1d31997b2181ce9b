package dev.gradgap.cli;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.cli.option.Choice;
import dev.gradgap.cli.option.PluginOption;
import dev.gradgap.cli.option.PointOptions;
import dev.gradgap.engine.Engine;
import dev.gradgap.task.Derivatives;
import dev.gradgap.task.DerivativesWriter;
import dev.gradgap.task.WrongDerivativeException;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.verify.expected.Verdict;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gradient}: all derivatives of one workload at one point by one engine. */
@Command(
        name = "gradient",
        description = {
            "Prints one gradient at full precision; for several outputs, the rows of the Jacobian.",
            "It is first compared with what is right by other code than the engine's, as verify does it."
        },
        footer = {
            "",
            "Examples:",
            "  gradient --workload lecture --engine graph-reverse",
            "  gradient --workload rosenbrock --inputs 1K --engine graph-forward --format csv",
            "  gradient --workload product --engine overloading-reverse --at point.txt --format json",
            "  gradient --function Rosenbrock.java --engine compiled-reverse --inputs 4",
            "",
            "Exit codes: 0 printed, 3 bad usage; also if the engine refuses the function, the function fails, or",
            "its value or a derivative is not finite at this point; 4 a derivative is wrong, and nothing printed.",
            "What could not be judged is printed with a warning; in JSON, verified is then false."
        })
final class GradientCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--workload", paramLabel = "NAME", description = "As list workloads shows it.")
    private Optional<String> workload = Optional.empty();

    @Option(names = "--engine", paramLabel = "NAME", required = true, description = "As list engines shows it.")
    private String engine;

    @Mixin
    private PointOptions point;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (if not given), csv or json.")
    private String format = "text";

    @Mixin
    private PluginOption plugins;

    @Override
    public Integer call() throws IOException {
        Choice.check("--format", format, "text", "csv", "json");
        Catalog catalog = plugins.catalog(point.file());
        WorkloadFamily family = catalog.workload(plugins.workload(spec, workload, "option: '--workload=NAME'"));
        Engine chosen = catalog.engine(engine);
        Workload member = point.member(family);
        Derivatives derivatives = Derivatives.of(member, chosen, () -> point.dependence(family, member));
        Verdict verdict = WrongDerivativeException.throwIf(
                derivatives.judged(point.seed()), spec.commandLine().getErr());
        DerivativesWriter writer = new DerivativesWriter(spec.commandLine().getOut());
        switch (format) {
            case "csv" -> writer.csv(derivatives);
            case "json" -> writer.json(derivatives, point.seed(), verdict);
            default -> writer.text(derivatives, point.seed(), family::inputName);
        }
        return ExitCode.OK;
    }
}
