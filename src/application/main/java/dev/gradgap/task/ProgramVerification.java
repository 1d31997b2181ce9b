package dev.gradgap.task;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.compiled.OtherWidths;
import dev.gradgap.run.Interruption;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.terminal.TextTable;
import dev.gradgap.text.UserError;
import dev.gradgap.verify.program.CampaignResult;
import dev.gradgap.verify.program.EngineTally;
import dev.gradgap.verify.program.Outcome.Result;
import dev.gradgap.verify.program.ProgramCampaign;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tries engines on random programs and tells what was found: {@code verify --programs}. */
public final class ProgramVerification {

    /** An engine that allows itself more than this cannot be judged by rounding. */
    private static final double EXACT = 1e-10;

    private final List<Engine> engines = new ArrayList<>();
    private final List<Engine> approximate = new ArrayList<>();
    private final long seed;
    private final PrintWriter out;
    private final PrintWriter err;

    public ProgramVerification(List<Engine> chosen, boolean otherWidths, long seed, PrintWriter out, PrintWriter err) {
        for (Engine engine : chosen) {
            (engine.tolerance() > EXACT ? approximate : engines).add(engine);
            if (otherWidths) {
                OtherWidths.of(engine).forEach(engines::add);
            }
        }
        this.seed = seed;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the campaign and prints its result. Ends early, with what was found so far, when the time is up or the user
     * wants the process to end; then no program is made small.
     *
     * @param programs how many
     * @param seconds after which no more are begun
     * @return the exit code
     */
    public int run(long programs, double seconds) {
        if (engines.isEmpty()) {
            throw new UserError("no engine is left to be tried on programs: what only approximates cannot be judged");
        }
        try (Interruption interruption = new Interruption()) {
            CampaignResult result = campaign(programs, seconds, interruption);
            summarise(result);
            ProgramFaults faults = new ProgramFaults(engines, out, err);
            faults.printCounts(result);
            if (!interruption.requested()) {
                faults.printPrograms(result);
            }
            return exitCode(result);
        }
    }

    private CampaignResult campaign(long programs, double seconds, Interruption interruption) {
        int threads = Runtime.getRuntime().availableProcessors();
        ProgramProgress progress = new ProgramProgress(programs, seconds, err);
        try {
            return new ProgramCampaign(engines, seed, threads)
                    .run(programs, () -> interruption.requested() || progress.isTimeUp(), progress::update);
        } finally {
            progress.end();
        }
    }

    private void summarise(CampaignResult result) {
        out.printf(
                Locale.ROOT,
                "%d programs with the seeds from %d to %d, %d operations%n",
                result.programs(),
                seed,
                seed + result.programs() - 1,
                result.operations());
        TextTable table =
                new TextTable("ENGINE", "RIGHT", "WRONG", "REFUSED", "FAILED", "PLAN FAULT", "LEFT OPEN", "NUMBERS");
        result.engines()
                .forEach((engine, tally) -> table.add(
                        engine,
                        count(tally, Result.RIGHT),
                        count(tally, Result.WRONG),
                        count(tally, Result.REFUSED),
                        count(tally, Result.FAILED),
                        count(tally, Result.PLAN_FAULT),
                        count(tally, Result.LEFT_OPEN),
                        String.valueOf(tally.compared())));
        out.print(table.toString().indent(2));
        approximate.forEach(engine -> out.println("  " + engine.name() + " only approximates and is left out"));
        refusals(result).forEach((reason, times) -> out.println("  refused " + times + ": " + reason));
        out.printf(
                Locale.ROOT,
                "  the error analysis itself: %d programs within its bounds of 50 digits, %d beyond%n",
                result.analysis().count(Result.RIGHT),
                result.analysis().count(Result.WRONG));
        out.flush();
    }

    /** The refusals of all engines; reasons that differ only in their numbers are one. */
    private static Map<String, Long> refusals(CampaignResult result) {
        Map<String, String> examples = new HashMap<>();
        Map<String, Long> refusals = new LinkedHashMap<>();
        result.engines().values().stream()
                .flatMap(tally -> tally.refusals().entrySet().stream())
                .forEach(refusal -> {
                    String reason = refusal.getKey();
                    String example = examples.computeIfAbsent(reason.replaceAll("\\d+", "N"), same -> reason);
                    refusals.merge(example, refusal.getValue(), Long::sum);
                });
        return refusals;
    }

    private static String count(EngineTally tally, Result result) {
        return String.valueOf(tally.count(result));
    }

    private int exitCode(CampaignResult result) {
        if (count(result, Result.WRONG) + result.analysis().count(Result.WRONG) > 0) {
            return ExitCode.WRONG_GRADIENT;
        }
        if (count(result, Result.PLAN_FAULT) > 0) {
            return ExitCode.INTERNAL_ERROR;
        }
        if (count(result, Result.FAILED) > 0) {
            return ExitCode.CELLS_FAILED;
        }
        boolean nothingTried = engines.stream()
                .map(engine -> result.engines().get(engine.name()))
                .allMatch(tally -> tally.compared() == 0);
        if (nothingTried) {
            throw new UserError("nothing was verified: every program was refused; choose other engines");
        }
        return ExitCode.OK;
    }

    private static long count(CampaignResult campaign, Result result) {
        return campaign.engines().values().stream()
                .mapToLong(tally -> tally.count(result))
                .sum();
    }
}
