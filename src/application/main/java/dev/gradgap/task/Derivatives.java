package dev.gradgap.task;

import dev.gradgap.engine.Asked;
import dev.gradgap.engine.BrokenEngineException;
import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.graph.WrongPlanException;
import dev.gradgap.text.UserError;
import dev.gradgap.verify.FaultFile;
import dev.gradgap.verify.GradientCheck;
import dev.gradgap.verify.expected.Verdict;
import dev.gradgap.verify.recording.ExpectationsOnDemand;
import dev.gradgap.workload.Workload;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What one engine says about one workload at its point. */
public final class Derivatives {

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Workload workload;
    private final Engine engine;
    private final double[] value;
    private final double[] jacobian;
    private Differentiator differentiator;

    private Derivatives(Workload workload, Engine engine) {
        this.workload = workload;
        this.engine = engine;
        value = new double[workload.outputs()];
        jacobian = new double[workload.outputs() * workload.inputs()];
    }

    /**
     * Differentiates.
     *
     * @param dependence how the function's operations depend on the point, if they do
     * @throws UserError if the engine refuses the function, the function fails, or something is not finite
     * @throws FaultException if the engine finds its own plan wrong
     */
    public static Derivatives of(Workload workload, Engine engine, Supplier<Optional<String>> dependence) {
        requireTakes(engine, workload, dependence);
        long elements = (long) workload.inputs() * workload.outputs();
        if (elements > LARGEST_ARRAY) {
            throw new UserError("the Jacobian of " + Members.describe(workload) + " has " + elements
                    + " elements, more than an array holds; choose fewer --inputs");
        }
        Derivatives derivatives = new Derivatives(workload, engine);
        try {
            derivatives.compute();
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw failure(e, engine, workload);
        }
        derivatives.checkFinite();
        return derivatives;
    }

    /**
     * Passes if an engine takes a function.
     *
     * @throws UserError in one line that says why, if not
     */
    public static void requireTakes(Engine engine, Workload workload, Supplier<Optional<String>> dependence) {
        Operator operator = Operator.allDerivatives(workload.outputs());
        if (!engine.operators().contains(operator)) {
            throw new UserError("engine " + engine.name() + " cannot compute a " + operator.label());
        }
        refusal(engine, workload, dependence).ifPresent(reason -> {
            throw new UserError(subject(engine, workload) + " refuses: " + reason);
        });
    }

    /**
     * Why an engine will not work on a workload, or must not, in one line; empty if it will.
     *
     * @param dependence how the function's operations depend on the point, if they do; asked if it matters
     * @throws UserError if the engine or the function breaks down instead of saying so
     */
    public static Optional<String> refusal(Engine engine, Workload workload, Supplier<Optional<String>> dependence) {
        try {
            Optional<String> own = Asked.refusal(engine, workload.function());
            return own.isPresent() || !engine.replays() ? own : dependence.get();
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw e instanceof UserError known ? known : failure(e, engine, workload);
        }
    }

    /** What to tell of an engine that threw something when it was made ready or used: one line that names it. */
    public static RuntimeException failure(Throwable problem, Engine engine, Workload workload) {
        if (problem instanceof WrongPlanException fault) {
            return new FaultException(FaultFile.keep(fault, engine.name(), workload.name(), Optional.empty()), fault);
        }
        String what = problem instanceof RefusedException
                ? " refuses: " + problem.getMessage()
                : " failed: "
                        + (problem instanceof BrokenEngineException
                                ? problem.getMessage()
                                : UserError.describe(problem));
        return new UserError(subject(engine, workload) + what, problem);
    }

    /** What a message about an engine at work speaks of. */
    public static String subject(Engine engine, Workload workload) {
        return "engine " + engine.name() + " on " + Members.describe(workload);
    }

    Workload workload() {
        return workload;
    }

    Engine engine() {
        return engine;
    }

    /** The outputs, length m. */
    double[] value() {
        return value;
    }

    /** dy[j]/dx[i] at position {@code j * n + i}, length m n. */
    double[] jacobian() {
        return jacobian;
    }

    /**
     * Compares all of them with what is right by other code than the engine's.
     *
     * @throws UserError if the function breaks down when it is asked
     */
    public Verdict judged(long seed) {
        try {
            return GradientCheck.of(engine, differentiator, workload, new ExpectationsOnDemand(workload, seed), seed)
                    .judge(value, jacobian);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw new UserError(
                    Members.describe(workload) + " failed when its derivatives were verified: " + UserError.describe(e),
                    e);
        }
    }

    private void compute() {
        differentiator = Asked.prepare(engine, workload.function());
        differentiator.primal(workload.point(), value);
        differentiator.jacobian(workload.point(), jacobian);
    }

    private void checkFinite() {
        int inputs = workload.inputs();
        for (int j = 0; j < value.length; j++) {
            if (!Double.isFinite(value[j])) {
                throw notFinite("output " + j, value[j]);
            }
        }
        for (int k = 0; k < jacobian.length; k++) {
            if (!Double.isFinite(jacobian[k])) {
                String what = String.format(
                        Locale.ROOT, "the derivative of output %d with respect to input %d", k / inputs, k % inputs);
                throw notFinite(what, jacobian[k]);
            }
        }
    }

    private UserError notFinite(String what, double found) {
        return new UserError(Members.describe(workload) + ": " + what + " is " + found + " at this point, says engine "
                + engine.name() + "; choose another point with --at or another --seed");
    }
}
