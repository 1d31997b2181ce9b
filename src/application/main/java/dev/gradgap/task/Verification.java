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

/**
 * What became of checking one engine on one workload.
 *
 * @param result how it ended
 * @param verdict what the check found, if it came to that
 * @param reason why it was not checked, or what went wrong, in one line; empty if all is right
 */
public record Verification(Result result, Optional<Verdict> verdict, String reason) {

    // Passes times inputs that a forward engine is given for one check, a few seconds at most.
    private static final int MAX_WORK = 1 << 26;
    private static final int MIN_PASSES = 16;

    /** How a check ended. */
    public enum Result {
        /** Every derivative compared agrees. */
        RIGHT,
        /** Some derivative does not. */
        WRONG,
        /** The engine does not do this. */
        SKIPPED,
        /** The engine or the function broke down. */
        FAILED,
        /** Nothing is known to be wrong, nor to be right: nobody is to blame. */
        UNVERIFIED;

        /** The name in lower case, as in every table. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks every operator the engine has. Whatever the engine or the function throws ends this check alone. */
    static Verification of(Engine engine, ExpectationsOnDemand expectations, long seed) {
        Workload workload = expectations.workload();
        try {
            if (GradientCheck.checked(engine, workload.outputs()).isEmpty()) {
                return skipped("it has no operator "
                        + Operator.allDerivatives(workload.outputs()).label());
            }
            Optional<String> refusal = Asked.refusal(engine, workload.function());
            if (refusal.isPresent()) {
                return skipped(refusal.get());
            }
            Optional<String> branching = engine.replays() ? expectations.pointDependence() : Optional.empty();
            if (branching.isPresent()) {
                return skipped(branching.get());
            }
            int maxPasses = Math.max(MIN_PASSES, MAX_WORK / workload.inputs());
            Differentiator prepared = Asked.prepare(engine, workload.function());
            return judged(GradientCheck.of(engine, prepared, workload, expectations, seed)
                    .checkAll(maxPasses));
        } catch (RefusedException e) {
            return skipped(e.getMessage());
        } catch (WrongPlanException e) {
            String reason = FaultFile.keep(e, engine.name(), workload.name(), Optional.empty());
            return new Verification(Result.FAILED, Optional.empty(), reason);
        } catch (OutOfMemoryError e) {
            return failed(engine, workload, "out of memory");
        } catch (BrokenEngineException e) {
            return failed(engine, workload, e.getMessage());
        } catch (Throwable e) {
            return failed(engine, workload, UserError.describe(e));
        }
    }

    /** Whether the program itself is at fault, not only an engine that it was given. */
    boolean isInternalError() {
        return reason.startsWith(FaultFile.INTERNAL_ERROR);
    }

    public static Verification skipped(String reason) {
        return new Verification(Result.SKIPPED, Optional.empty(), reason);
    }

    private static Verification judged(Verdict verdict) {
        Result result =
                switch (verdict.state()) {
                    case RIGHT -> Result.RIGHT;
                    case WRONG -> Result.WRONG;
                    case UNVERIFIED -> Result.UNVERIFIED;
                    case NOT_FINITE -> Result.FAILED;
                };
        return new Verification(result, Optional.of(verdict), verdict.ok() ? "" : verdict.message());
    }

    /** That it broke down, and how. */
    static Verification failed(Engine engine, Workload workload, String problem) {
        String reason = engine.name() + " on " + Members.describe(workload) + ": failed: " + problem;
        return new Verification(Result.FAILED, Optional.empty(), reason);
    }
}
