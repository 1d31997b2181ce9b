package dev.gradgap.task;

import dev.gradgap.engine.BrokenEngineException;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.text.UserError;
import dev.gradgap.verify.contract.BrokenClauseException;
import dev.gradgap.verify.contract.Clause;
import dev.gradgap.verify.contract.Contract;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code verify --contract}: engines on every clause of the contract. */
public final class ContractVerification {

    private static final double ROUNDING = 1e-13;

    private final PrintWriter out;
    private final TimeLimit limit;
    private final Map<Result, Integer> all = new EnumMap<>(Result.class);

    public ContractVerification(PrintWriter out, TimeLimit limit) {
        this.out = out;
        this.limit = limit;
    }

    private enum Result {
        KEPT,
        BROKEN,
        FAILED,
        REFUSED
    }

    /** What became of a clause, and why; the reason is empty if it is kept. */
    private record Outcome(Result result, String reason) {}

    /**
     * Tries the engines, one after the other.
     *
     * @return the exit code
     * @throws UserError if they refuse everything
     */
    public int run(List<Engine> engines) {
        engines.forEach(this::tryEngine);
        if (count(Result.BROKEN) > 0) {
            return ExitCode.WRONG_GRADIENT;
        }
        if (count(Result.FAILED) > 0) {
            return ExitCode.CELLS_FAILED;
        }
        if (count(Result.KEPT) == 0) {
            throw new UserError("nothing was verified: every function of the contract was refused");
        }
        return ExitCode.OK;
    }

    private void tryEngine(Engine engine) {
        Map<Result, Integer> counts = new EnumMap<>(Result.class);
        List<String> lines = new ArrayList<>();
        boolean ends = true;
        for (Clause clause : Contract.of(engine)) {
            Optional<Outcome> ended = ends ? limit.run(() -> outcome(clause, engine)) : Optional.empty();
            Outcome outcome = ended.orElse(new Outcome(
                    Result.FAILED, ends ? "no end after " + limit : "not tried, after one that did not end"));
            ends = ended.isPresent();
            counts.merge(outcome.result, 1, Integer::sum);
            if (outcome.result != Result.KEPT) {
                lines.add("  " + label(outcome.result) + ": " + clause.name() + " (" + outcome.reason + ")");
            }
        }
        out.println(engine.name() + ": " + summary(counts));
        lines.forEach(out::println);
        out.flush();
        counts.forEach((result, number) -> all.merge(result, number, Integer::sum));
    }

    private static Outcome outcome(Clause clause, Engine engine) {
        try {
            clause.check(engine, Math.max(ROUNDING, engine.tolerance()));
            return new Outcome(Result.KEPT, "");
        } catch (BrokenClauseException e) {
            return new Outcome(Result.BROKEN, e.getMessage());
        } catch (RefusedException e) {
            return new Outcome(Result.REFUSED, e.getMessage());
        } catch (BrokenEngineException e) {
            return new Outcome(Result.FAILED, e.getMessage());
        } catch (Throwable e) {
            return new Outcome(Result.FAILED, UserError.describe(e));
        }
    }

    private static String summary(Map<Result, Integer> counts) {
        List<String> parts = new ArrayList<>();
        for (Result result : Result.values()) {
            parts.add(counts.getOrDefault(result, 0) + " " + label(result));
        }
        return String.join(", ", parts);
    }

    private static String label(Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }

    private int count(Result result) {
        return all.getOrDefault(result, 0);
    }
}
