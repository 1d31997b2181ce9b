package dev.gradgap.statistics;

import dev.gradgap.statistics.ChangeTest.Decision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Looks at pairs of forks again and again, until each cell is settled or has no more pairs. What was found is computed from
 * the pairs alone, look by look, so that it can be computed again. A settled cell stays settled; pairs beyond the look that
 * settled it are not used.
 *
 * @param changes what is decided at a look
 * @param looks when
 */
public record SequentialTest(ChangeTest changes, Looks looks) {

    /** The fewest pairs that say anything. */
    private static final int FEWEST_PAIRS = 2;

    /** The pairs of a cell. */
    public static final class Pairs {

        private final double[] base;
        private final double[] head;

        /**
         * Pairs in the order in which they were measured.
         *
         * @param base a value for each pair
         * @param head as many
         */
        public Pairs(double[] base, double[] head) {
            Samples.requireSameLength(base.length, head.length, "base and head");
            this.base = base.clone();
            this.head = head.clone();
        }

        /** How many there are. */
        public int count() {
            return base.length;
        }

        /** What the first of them look like to methods without assumptions. */
        public CrossCheck crossCheck(int count, long seed) {
            return CrossCheck.paired(Arrays.copyOf(base, count), Arrays.copyOf(head, count), seed);
        }

        /** What the first of them say. */
        ChangeEstimate estimate(int count) {
            return ChangeEstimate.paired(Arrays.copyOf(base, count), Arrays.copyOf(head, count));
        }
    }

    /**
     * What was found of a cell.
     *
     * @param estimate at the last look
     * @param decision at the last look
     * @param look the last look, from 0
     */
    public record Finding(ChangeEstimate estimate, Decision decision, int look) {

        /** Whether more pairs would change nothing. */
        public boolean isSettled() {
            return decision.verdict() != ChangeVerdict.INCONCLUSIVE;
        }
    }

    /**
     * What all cells' pairs say.
     *
     * @return a finding for each cell, in the same order; empty for those with fewer than two pairs
     */
    public List<Optional<Finding>> findings(List<Pairs> cells) {
        List<Integer> tested = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).count() >= FEWEST_PAIRS) {
                tested.add(i);
            }
        }
        Finding[] findings = new Finding[cells.size()];
        boolean more = !tested.isEmpty();
        for (int look = 0; more; look++) {
            look(cells, tested, findings, look);
            int pairs = looks.pairs(look);
            more = !looks.isLast(look)
                    && tested.stream()
                            .anyMatch(i ->
                                    !findings[i].isSettled() && cells.get(i).count() > pairs);
        }
        return Arrays.stream(findings).map(Optional::ofNullable).toList();
    }

    private static boolean isFinal(Finding finding, int pairs) {
        return finding != null && (finding.isSettled() || finding.estimate().pairs() == pairs);
    }

    private void look(List<Pairs> cells, List<Integer> tested, Finding[] findings, int look) {
        List<ChangeEstimate> estimates = new ArrayList<>();
        for (int i : tested) {
            int pairs = Math.min(looks.pairs(look), cells.get(i).count());
            estimates.add(
                    isFinal(findings[i], pairs)
                            ? findings[i].estimate()
                            : cells.get(i).estimate(pairs));
        }
        List<Decision> decisions = changes.decide(estimates, looks.level(look));
        for (int k = 0; k < estimates.size(); k++) {
            int i = tested.get(k);
            if (!isFinal(findings[i], estimates.get(k).pairs())) {
                findings[i] = new Finding(estimates.get(k), decisions.get(k), look);
            }
        }
    }
}
