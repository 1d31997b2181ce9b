package dev.gradgap.mutants;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.compiled.OtherWidths;
import dev.gradgap.verify.program.CampaignResult;
import dev.gradgap.verify.program.ProgramCampaign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** Tries engines on random programs until one fails; prints after how long, and how. */
final class FirstFault {

    private static final double NANOS = 1e-9;

    private FirstFault() {}

    /**
     * Runs.
     *
     * @param args the engines' glob, the seconds, the seed
     */
    public static void main(String[] args) {
        double seconds = Double.parseDouble(args[1]);
        List<Engine> engines = new ArrayList<>();
        for (Engine engine : Catalog.load(List.of()).engines(args[0])) {
            engines.add(engine);
            OtherWidths.of(engine).forEach(engines::add);
        }
        long start = System.nanoTime();
        AtomicReference<String> found = new AtomicReference<>("");
        int threads = Runtime.getRuntime().availableProcessors();
        new ProgramCampaign(engines, Long.parseLong(args[2]), threads)
                .run(
                        Long.MAX_VALUE,
                        () -> !found.get().isEmpty() || (System.nanoTime() - start) * NANOS > seconds,
                        result -> found.set(describe(result)));
        System.out.printf(
                Locale.ROOT,
                "%s %.1f s%s%n",
                found.get().isEmpty() ? "missed" : "found",
                (System.nanoTime() - start) * NANOS,
                found.get());
    }

    private static String describe(CampaignResult result) {
        StringBuilder faults = new StringBuilder();
        result.engines().forEach((engine, tally) -> tally.kinds()
                .keySet()
                .forEach(kind -> faults.append(faults.length() > 0 ? "" : ", " + engine + ": " + kind)));
        return faults.toString();
    }
}
