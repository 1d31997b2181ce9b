package dev.gradgap.engine.compiled.code;

import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;

/** Which items of a nest have tangents that are not known to be zero. */
final class Activity {

    private final boolean[] active;
    private final int tangents;
    private final Seeds seeds;

    /**
     * The activity of a nest's items.
     *
     * @param tangents how many tangents a number has
     */
    Activity(Nest nest, int tangents, Seeds seeds) {
        this.tangents = tangents;
        this.seeds = seeds;
        active = new boolean[nest.size()];
        for (int j = 0; j < active.length; j++) {
            active[j] = isActive(nest.first[j]) || (!nest.isTerm(j) && isActive(nest.second[j]));
        }
    }

    boolean isActive(Operand operand) {
        if (operand.home() == Home.BODY) {
            return active[operand.base()];
        }
        boolean input = operand.home() == Home.INPUT && seeds != Seeds.NONE;
        return tangents > 0 && (input || operand.home() == Home.SLOT);
    }

    /** The tangents of all items together. */
    int tangents() {
        int count = 0;
        for (boolean item : active) {
            count += item ? tangents : 0;
        }
        return count;
    }
}
