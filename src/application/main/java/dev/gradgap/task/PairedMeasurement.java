package dev.gradgap.task;

import dev.gradgap.compare.Comparability;
import dev.gradgap.compare.ComparedRun;
import dev.gradgap.compare.Comparer;
import dev.gradgap.compare.ComparisonFolder;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.Journal;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.Interruption;
import dev.gradgap.run.MachineLock;
import dev.gradgap.run.PairedCampaign;
import dev.gradgap.run.PairedCampaign.Side;
import dev.gradgap.run.RunFolder;
import dev.gradgap.run.fork.JarExecutor;
import dev.gradgap.run.fork.JarPair;
import dev.gradgap.run.fork.PrivateFolder;
import dev.gradgap.run.suite.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measures the two jars of a comparison, fork by fork in pairs, into its folder. */
public final class PairedMeasurement {

    private PairedMeasurement() {}

    /**
     * Makes the folder of a new comparison, with a run for each side of which nothing is measured yet.
     *
     * @param last the file whose being there makes the folder one that can be carried on
     */
    public static void plan(ComparisonFolder folder, String last, RunHeader base, RunHeader head) throws IOException {
        RunFolder.requireEmpty(folder.directory(), last);
        Journal.create(folder.baseDirectory(), base).close();
        Journal.create(folder.headDirectory(), head).close();
        folder.write();
    }

    /**
     * Measures what is still to be measured, and writes the files of both runs.
     *
     * @return whether it came to its end; if not, the user wants to stop
     */
    @SuppressWarnings("try") // the lock is only held
    public static boolean run(ComparisonFolder folder, PrintWriter err) throws IOException {
        boolean complete;
        try (MachineLock lock = MachineLock.take();
                Interruption interruption = new Interruption()) {
            complete = run(folder, interruption, err);
            for (Path side : List.of(folder.baseDirectory(), folder.headDirectory())) {
                RunReport.rebuild(side, err);
            }
        }
        return complete;
    }

    private static boolean run(ComparisonFolder folder, Interruption interruption, PrintWriter err) {
        Path base = folder.baseDirectory();
        Path head = folder.headDirectory();
        Settings.requireComplete(base, Journal.read(base).run().header());
        Settings.requireComplete(head, Journal.read(head).run().header());
        try (PrivateFolder scratch = PrivateFolder.create();
                JarExecutor baseJar =
                        JarExecutor.start(Path.of(folder.base()), base, scratch, interruption::requested);
                JarExecutor headJar =
                        JarExecutor.start(Path.of(folder.head()), head, scratch, interruption::requested);
                Journal baseJournal = Journal.resume(base);
                Journal headJournal = Journal.resume(head)) {
            ComparedRun before = ComparisonFolder.run(folder.base(), base);
            ComparedRun after = ComparisonFolder.run(folder.head(), head);
            Comparability.require(before, after);
            Map<Side, List<ForkResult>> forks = new EnumMap<>(Map.of(
                    Side.BASE, new ArrayList<>(before.run().forks()),
                    Side.HEAD, new ArrayList<>(after.run().forks())));
            JarPair pair = new JarPair(
                    after.run().header(),
                    baseJar,
                    headJar,
                    after.environment().memoryBytes().orElse(0));
            pair.apart().ifPresent(err::println);
            PairedCampaign campaign = new PairedCampaign(
                    after.run().header(),
                    pair,
                    (side, fork) -> {
                        (side == Side.BASE ? baseJournal : headJournal).append(fork);
                        forks.get(side).add(fork);
                    },
                    interruption::requested);
            before.run().forks().forEach(fork -> campaign.remember(Side.BASE, fork));
            after.run().forks().forEach(fork -> campaign.remember(Side.HEAD, fork));
            int cells = after.run().header().cells().size();
            err.println(cells + " cells, " + folder.settings().pairs() + " to "
                    + folder.settings().mostPairs() + " pairs of forks each, into " + folder.directory());
            TopUp topUp = new TopUp(
                    campaign,
                    folder.settings().looks(),
                    folder.budgetSeconds(),
                    () -> Comparer.together(
                            with(before, forks.get(Side.BASE)), with(after, forks.get(Side.HEAD)), folder.settings()),
                    err::println);
            return topUp.run(cells);
        }
    }

    private static ComparedRun with(ComparedRun run, List<ForkResult> forks) {
        return new ComparedRun(run.label(), new RunData(run.run().header(), forks), run.environment());
    }
}
