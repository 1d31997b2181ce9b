package dev.gradgap.cli;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.cli.option.Choice;
import dev.gradgap.cli.option.PluginOption;
import dev.gradgap.cli.option.PointOptions;
import dev.gradgap.descend.Descent;
import dev.gradgap.descend.GradientDescent;
import dev.gradgap.descend.GradientDescent.Prepared;
import dev.gradgap.engine.Asked;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.task.Derivatives;
import dev.gradgap.task.DescentWriter;
import dev.gradgap.task.Members;
import dev.gradgap.task.OwnCode;
import dev.gradgap.task.WrongDerivativeException;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.text.UserError;
import dev.gradgap.verify.GradientCheck;
import dev.gradgap.verify.recording.ExpectationsOnDemand;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code descend}: gradient descent, each step taken by forward and by reverse mode. */
@Command(
        name = "descend",
        header = "Gradient descent, and what a step of it takes by forward and by reverse mode.",
        description = {
            "Follows the gradients of one engine, shows the cost fall, and times every step beside the same step by an",
            "engine of the same family and the other mode. The rate is halved until the cost falls enough (Armijo).",
            "Without --inputs and --at: 1000 inputs, or as near to that as the workload allows."
        },
        footer = {
            "",
            "Examples:",
            "  descend logistic-regression",
            "  descend mlp --inputs 4K --steps 50 --engine compiled-reverse",
            "  descend rosenbrock --inputs 2 --steps 5 --format json",
            "",
            "Times are wall clock in one process after a short warm-up: a demonstration, not a benchmark; run measures.",
            "Exit codes: 0 done, 3 bad usage; also if the workload has several outputs, the engine refuses it, or the",
            "cost or a derivative is not finite; 4 a derivative is wrong where it begins, or a cost on the way, and nothing",
            "shown. What could not be judged is shown with a warning; in JSON, verified is then false."
        })
final class DescendCommand implements Callable<Integer> {

    private static final int USUAL_INPUTS = 1000;
    private static final int MOST_STEPS = 1_000_000;
    private static final int PASSES_CHECKED = 256;
    private static final Pattern NUMBER = Pattern.compile("[0-9]*\\.?[0-9]+([eE][+-]?[0-9]{1,3})?");

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "WORKLOAD",
            arity = "0..1",
            description = "As list workloads shows it; one with a single output.")
    private Optional<String> workload = Optional.empty();

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "Whose gradients to follow, as list engines shows it; graph-reverse if not given.")
    private String engine = "graph-reverse";

    @Option(names = "--steps", paramLabel = "K", description = "How many steps at most; 20 if not given.")
    private int steps = 20;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description =
                    "The rate to try first at every step, what the gradient is multiplied with; if not given, such that"
                            + " the cost would fall by a tenth at the first step if it fell as steeply all the way.")
    private Optional<String> rate = Optional.empty();

    @Mixin
    private PointOptions point;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (if not given), csv or json.")
    private String format = "text";

    @Mixin
    private PluginOption plugins;

    @Override
    public Integer call() throws IOException {
        Choice.check("--format", format, "text", "csv", "json");
        if (steps < 1 || steps > MOST_STEPS) {
            throw new UserError("--steps: " + steps + " is not from 1 to " + MOST_STEPS);
        }
        OptionalDouble firstRate =
                rate.map(text -> OptionalDouble.of(rate(text))).orElse(OptionalDouble.empty());
        Catalog catalog = plugins.catalog(point.file());
        WorkloadFamily family = catalog.workload(plugins.workload(spec, workload, "parameter: 'WORKLOAD'"));
        Engine leader = catalog.engine(engine);
        int usual = Math.max(family.minInputs(), Math.min(family.maxInputs(), USUAL_INPUTS));
        Workload member = point.member(family, usual);
        if (member.outputs() != 1) {
            throw new UserError(Members.describe(member) + " has " + member.outputs()
                    + " outputs; gradient descent needs a workload with one");
        }
        Supplier<Optional<String>> dependence = () -> point.dependence(family, member);
        Derivatives.requireTakes(leader, member, dependence);
        Prepared first = prepared(leader, member);
        Optional<Prepared> beside = beside(catalog, leader, member, dependence);
        OwnCode own = new OwnCode(member);
        Descent descent = descend(member, first, beside, firstRate, own);
        boolean verified = areRight(member, first, beside);
        Optional<String> disagreement =
                own.disagreement().map(what -> Derivatives.subject(leader, member) + ": " + what);
        if (disagreement.isPresent() && verified) {
            throw new WrongDerivativeException("wrong value: " + disagreement.get());
        }
        disagreement.ifPresent(what -> spec.commandLine().getErr().println("warning: " + what));
        DescentWriter writer = new DescentWriter(spec.commandLine().getOut(), member, descent);
        switch (format) {
            case "csv" -> writer.csv();
            case "json" -> writer.json(point.seed(), verified);
            default -> writer.text(family.definition(), point.seed());
        }
        return ExitCode.OK;
    }

    private static double rate(String text) {
        double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (value > 0 && Double.isFinite(value)) {
            return value;
        }
        throw new UserError("--rate: '" + text + "' is not a positive number such as 0.5 or 1e-3");
    }

    /** The first engine of the same family and the other mode that takes the function, made ready. */
    private static Optional<Prepared> beside(
            Catalog catalog, Engine leader, Workload member, Supplier<Optional<String>> dependence) {
        return catalog.engines().stream()
                .filter(other -> other.family().equals(leader.family()) && other.mode() != leader.mode())
                .filter(other -> other.operators().contains(Operator.GRADIENT))
                .filter(other -> Derivatives.refusal(other, member, dependence).isEmpty())
                .flatMap(other -> unlessRefused(other, member).stream())
                .findFirst();
    }

    private static Optional<Prepared> unlessRefused(Engine engine, Workload member) {
        try {
            return Optional.of(prepared(engine, member));
        } catch (UserError e) {
            if (e.getCause() instanceof RefusedException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Prepared prepared(Engine engine, Workload member) {
        try {
            return new Prepared(engine, Asked.prepare(engine, member.function()));
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw Derivatives.failure(e, engine, member);
        }
    }

    /** Whether all is verified. Only now that all is timed may the function run on other numbers than the engines'. */
    private boolean areRight(Workload member, Prepared leader, Optional<Prepared> beside) {
        ExpectationsOnDemand expectations = new ExpectationsOnDemand(member, point.seed());
        boolean verified = true;
        for (Prepared used : Stream.concat(Stream.of(leader), beside.stream()).toList()) {
            GradientCheck check =
                    GradientCheck.of(used.engine(), used.differentiator(), member, expectations, point.seed());
            verified &= WrongDerivativeException.throwIf(
                            check.check(Operator.GRADIENT, PASSES_CHECKED),
                            spec.commandLine().getErr())
                    .ok();
        }
        return verified;
    }

    private Descent descend(
            Workload member, Prepared first, Optional<Prepared> beside, OptionalDouble firstRate, OwnCode own) {
        Engine leader = first.engine();
        GradientDescent descent = new GradientDescent(first, beside, System::nanoTime);
        try {
            return descent.run(member.point(), steps, firstRate, own::visit);
        } catch (ArithmeticException e) {
            throw new UserError(
                    Derivatives.subject(leader, member) + ": " + e.getMessage()
                            + "; choose another point with --at or another --seed",
                    e);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw Derivatives.failure(e, leader, member);
        }
    }
}
