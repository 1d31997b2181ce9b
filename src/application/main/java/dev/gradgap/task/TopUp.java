package dev.gradgap.task;

import dev.gradgap.compare.CellComparison;
import dev.gradgap.compare.Comparison;
import dev.gradgap.run.PairedCampaign;
import dev.gradgap.statistics.Looks;
import dev.gradgap.statistics.SequentialTest.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures pair after pair: all cells up to the first look, then those that are still inconclusive, look by look. */
public final class TopUp {

    private final PairedCampaign campaign;
    private final Looks looks;
    private final double budgetSeconds;
    private final Supplier<Comparison> comparison;
    private final Consumer<String> progress;

    /**
     * A measurement.
     *
     * @param budgetSeconds no fork begins later; forks of an interrupted comparison count
     * @param comparison what the forks so far say, cells in the order of the campaign
     * @param progress is told a line now and then
     */
    public TopUp(
            PairedCampaign campaign,
            Looks looks,
            double budgetSeconds,
            Supplier<Comparison> comparison,
            Consumer<String> progress) {
        this.campaign = campaign;
        this.looks = looks;
        this.budgetSeconds = budgetSeconds;
        this.comparison = comparison;
        this.progress = progress;
    }

    /**
     * Measures until every cell is settled, has all its pairs, or the budget is spent.
     *
     * @param cells the number of cells
     * @return whether it came to such an end; if not, the user wants to stop
     */
    public boolean run(int cells) {
        Set<Integer> open = IntStream.range(0, cells).boxed().collect(Collectors.toCollection(HashSet::new));
        for (int look = 0; !open.isEmpty(); look++) {
            for (int round = look == 0 ? 0 : looks.pairs(look - 1); round < looks.pairs(look); round++) {
                if (!campaign.round(round, open, budgetSeconds)) {
                    return campaign.elapsedSeconds() >= budgetSeconds;
                }
                progress.accept("pair " + (round + 1) + " of " + looks.pairs(look) + ": " + open.size() + " cells, "
                        + Math.round(campaign.elapsedSeconds()) + " s");
            }
            if (looks.isLast(look)) {
                return true;
            }
            open = inconclusive();
        }
        return true;
    }

    private Set<Integer> inconclusive() {
        List<CellComparison> cells = comparison.get().cells();
        Set<Integer> open = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            Optional<Finding> time = cells.get(i).time();
            if (!campaign.isGivenUp(i) && time.isPresent() && !time.get().isSettled()) {
                open.add(i);
            }
        }
        return open;
    }
}
