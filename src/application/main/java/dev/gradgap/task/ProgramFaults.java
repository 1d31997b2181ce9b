package dev.gradgap.task;

import dev.gradgap.engine.Engine;
import dev.gradgap.terminal.TextTable;
import dev.gradgap.verify.program.CampaignResult;
import dev.gradgap.verify.program.EngineTally;
import dev.gradgap.verify.program.ProgramCampaign;
import dev.gradgap.verify.program.ProgramFault;
import dev.gradgap.workload.program.Program;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prints what a campaign found wrong: a count by engine and kind, and for the first program of each its numbers and the
 * smallest program on which the same goes wrong.
 */
final class ProgramFaults {

    /**
     * A program that was made small.
     *
     * @param engine on which it fails
     * @param kind how
     * @param seed of the program that it was, which also decides points and weights
     */
    private record Shrunk(Engine engine, String kind, long seed, Program program) {}

    private final List<Engine> engines;
    private final PrintWriter out;
    private final PrintWriter err;
    private final List<Shrunk> printed = new ArrayList<>();

    ProgramFaults(List<Engine> engines, PrintWriter out, PrintWriter err) {
        this.engines = engines;
        this.out = out;
        this.err = err;
    }

    /** A line for each engine and kind; nothing if nothing is wrong. */
    void printCounts(CampaignResult result) {
        TextTable table = new TextTable("ENGINE", "KIND", "PROGRAMS", "FIRST SEED");
        result.engines().forEach((engine, tally) -> addKinds(table, engine, tally));
        addKinds(table, "error analysis", result.analysis());
        if (!table.isEmpty()) {
            out.println();
            out.print(table.toString().indent(2));
            out.flush();
        }
    }

    /** The first program of each engine and kind, made small. */
    void printPrograms(CampaignResult result) {
        result.analysis().kinds().values().forEach(kind -> {
            out.println();
            out.println("error analysis, program of seed " + kind.seed());
            out.println("  " + kind.fault().detail());
        });
        result.engines().forEach((name, tally) -> engines.stream()
                .filter(engine -> engine.name().equals(name))
                .forEach(engine -> tally.kinds().values().forEach(kind -> print(engine, kind))));
    }

    private static void addKinds(TextTable table, String engine, EngineTally tally) {
        for (Map.Entry<String, EngineTally.Kind> entry : tally.kinds().entrySet()) {
            EngineTally.Kind kind = entry.getValue();
            table.add(engine, entry.getKey(), String.valueOf(kind.count()), String.valueOf(kind.seed()));
        }
    }

    private void print(Engine engine, EngineTally.Kind kind) {
        String name = kind.fault().kind();
        out.println();
        out.println(engine.name() + ", " + name + ", program of seed " + kind.seed());
        out.println("  " + kind.fault().detail());
        Optional<Shrunk> known = printed.stream()
                .filter(shrunk -> shrunk.kind.equals(name))
                .filter(shrunk -> fails(engine, shrunk))
                .findFirst();
        if (known.isPresent()) {
            out.println("  the same on the program that was made small for "
                    + known.get().engine.name());
            return;
        }
        err.println("making the program of seed " + kind.seed() + " small for " + engine.name());
        Shrunk shrunk = new Shrunk(engine, name, kind.seed(), ProgramCampaign.shrunk(engine, name, kind.seed()));
        printed.add(shrunk);
        print(shrunk);
    }

    private static boolean fails(Engine engine, Shrunk shrunk) {
        return ProgramCampaign.fault(engine, shrunk.program, shrunk.seed)
                .filter(fault -> fault.kind().equals(shrunk.kind))
                .isPresent();
    }

    private void print(Shrunk shrunk) {
        out.printf(Locale.ROOT, "  made small, %d operations:%n", shrunk.program.size());
        out.print(shrunk.program.code().indent(6));
        ProgramCampaign.fault(shrunk.engine, shrunk.program, shrunk.seed)
                .map(ProgramFault::detail)
                .ifPresent(detail -> out.println("  " + detail));
        out.println("  again: verify --programs 1 --seed " + shrunk.seed + " --engine "
                + shrunk.engine.name().replaceFirst(":.*", ""));
        out.flush();
    }
}
