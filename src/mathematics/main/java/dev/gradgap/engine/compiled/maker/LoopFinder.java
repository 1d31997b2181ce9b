package dev.gradgap.engine.compiled.maker;

import dev.gradgap.engine.compiled.plan.Items;
import dev.gradgap.engine.compiled.plan.Repetition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Re-rolls a list of items: finds the loops that the function was traced from.
 *
 * <p>Greedy, from the first item on: of all periods up to {@value #LONGEST_PERIOD} the one that covers most items; where
 * none repeats, the item is straight code. Then successive loops of one shape whose operands move by a constant stride
 * from each to the next become the rows of a nest. Constants may differ from iteration to iteration.
 *
 * <p>Time is linear in the items: at most {@value #LONGEST_PERIOD} comparisons for each that starts no loop. A list with
 * more than {@value #MOST_STRAIGHT} straight items is given up as irregular.
 */
final class LoopFinder {

    private static final int LONGEST_PERIOD = 96;
    private static final int FEWEST_REPEATS = 4;
    private static final int FEWEST_ITEMS = 12;
    private static final int FEWEST_ROWS = 3;
    private static final int LONGEST_TRIAL = 2048; // items, while the best period is looked for
    static final int MOST_STRAIGHT = 3000;

    private final Items items;
    private final int longestStraight; // items in one piece of straight code
    private final List<Repetition> found = new ArrayList<>();
    private int straightFrom;
    private int straight;

    private LoopFinder(Items items, int longestStraight) {
        this.longestStraight = longestStraight;
        this.items = items;
    }

    /** The repetitions that cover the whole list, in its order; empty if it is irregular. */
    static Optional<List<Repetition>> find(Items items, int longestStraight) {
        LoopFinder finder = new LoopFinder(items, longestStraight);
        return finder.search() ? Optional.of(finder.nested()) : Optional.empty();
    }

    private boolean search() {
        int at = 0;
        Repetition last = Repetition.straight(0, 0);
        while (at < items.count) {
            Repetition loop = again(at, last);
            if (loop == null) {
                loop = longest(at);
                if (loop != null) {
                    loop = rotated(loop);
                    straight += loop.start() - at;
                    at = loop.start();
                }
            }
            if (loop == null) {
                at++;
                if (++straight > MOST_STRAIGHT) {
                    return false;
                }
            } else {
                endStraight(at);
                found.add(loop);
                at = loop.end();
                straightFrom = at;
                last = loop;
            }
        }
        endStraight(at);
        return true;
    }

    private void endStraight(int at) {
        for (int from = straightFrom; from < at; from += longestStraight) {
            found.add(Repetition.straight(from, Math.min(longestStraight, at - from)));
        }
        straightFrom = at;
    }

    /** A loop like the last one, which is what nests of loops are made of; null if there is none. */
    private Repetition again(int at, Repetition last) {
        if (last.count() < FEWEST_REPEATS) {
            return null;
        }
        int repeats = repeats(at, last.period(), Integer.MAX_VALUE);
        return repeats == last.count() ? new Repetition(at, last.period(), repeats, 1) : null;
    }

    private Repetition longest(int at) {
        int best = 0;
        int bestCovered = FEWEST_ITEMS - 1;
        int shortest = 0; // whose multiples are rows of a nest at most
        int longest = Math.min(LONGEST_PERIOD, (items.count - at) / FEWEST_REPEATS);
        for (int period = 1; period <= longest; period++) {
            if (!mayRepeat(at, period) || (shortest > 0 && period % shortest == 0)) {
                continue;
            }
            int repeats = repeats(at, period, Math.max(FEWEST_REPEATS, LONGEST_TRIAL / period));
            if (repeats >= FEWEST_REPEATS && repeats * period > bestCovered) {
                best = period;
                bestCovered = repeats * period;
                shortest = shortest == 0 ? period : shortest;
            }
            if (bestCovered > LONGEST_TRIAL - LONGEST_PERIOD) {
                break;
            }
        }
        return best == 0 ? null : new Repetition(at, best, repeats(at, best, Integer.MAX_VALUE), 1);
    }

    /** Whether the first item of what would repeat does: most periods fail here. */
    private boolean mayRepeat(int at, int period) {
        int k = at + period;
        boolean repeats = follows(k, period, true);
        for (int repeat = 2; repeat < FEWEST_REPEATS && repeats; repeat++) {
            k += period;
            repeats = follows(k, period, false);
        }
        return repeats;
    }

    /**
     * The same loop begun a few items later, so that as little as possible is handed from one iteration to the next: a
     * loop found from the middle of the body that was traced hands on all that is still to be used.
     */
    private Repetition rotated(Repetition loop) {
        int best = 0;
        int fewest = handedOn(loop, 0);
        for (int shift = 1; shift < loop.period() && fewest > 0; shift++) {
            int handedOn = handedOn(loop, shift);
            if (handedOn < fewest) {
                best = shift;
                fewest = handedOn;
            }
        }
        if (best == 0) {
            return loop;
        }
        int start = loop.start() + best;
        return new Repetition(start, loop.period(), repeats(start, loop.period(), Integer.MAX_VALUE), 1);
    }

    /** How many operands come from the iteration before, if the body begins a few items later. */
    private int handedOn(Repetition loop, int shift) {
        int start = loop.start() + shift;
        int handedOn = 0;
        for (int j = 0; j < loop.period(); j++) {
            int k = start + j;
            handedOn += isHandedOn(items.first, k, start, loop.period()) ? 1 : 0;
            if (Items.isBinary(items.codes[k])) {
                handedOn += isHandedOn(items.second, k, start, loop.period()) ? 1 : 0;
            }
        }
        return handedOn;
    }

    private boolean isHandedOn(int[] operands, int k, int start, int period) {
        int node = operands[k];
        return items.isItem(node)
                && operands[k + period] - node == period
                && node - items.firstItem < start
                && node - items.firstItem >= start - period;
    }

    /** How often the items from one on repeat with a period, up to a limit; 1 if they do not. */
    private int repeats(int at, int period, int limit) {
        int k = at + period;
        for (int repeats = 1; repeats < limit; repeats++) {
            if (k + period > items.count) {
                return repeats;
            }
            for (int j = 0; j < period; j++, k++) {
                if (!follows(k, period, repeats == 1)) {
                    return repeats;
                }
            }
        }
        return limit;
    }

    private boolean follows(int k, int period, boolean second) {
        int code = items.codes[k];
        return code == items.codes[k - period]
                && moves(items.first, k, period, second)
                && (!Items.isBinary(code) || moves(items.second, k, period, second));
    }

    /** Whether an operand is of the same kind as one and two iterations before, and moves as it did then. */
    private boolean moves(int[] operands, int k, int period, boolean second) {
        int now = operands[k];
        int before = operands[k - period];
        if (items.kind(now) != items.kind(before)) {
            return false;
        }
        return second || items.isConstant(now) || now - before == before - operands[k - 2 * period];
    }

    /** Gathers loops of one shape into nests. */
    private List<Repetition> nested() {
        List<Repetition> nests = new ArrayList<>();
        int at = 0;
        while (at < found.size()) {
            Repetition loop = found.get(at);
            int rows = 1;
            while (at + rows < found.size() && continues(at, rows)) {
                rows++;
            }
            if (rows < FEWEST_ROWS) {
                nests.add(loop);
                at++;
            } else {
                nests.add(new Repetition(loop.start(), loop.period(), loop.count(), rows));
                at += rows;
            }
        }
        return nests;
    }

    private boolean continues(int at, int rows) {
        Repetition loop = found.get(at);
        Repetition next = found.get(at + rows);
        if (loop.isStraight() || next.period() != loop.period() || next.count() != loop.count()) {
            return false;
        }
        int width = loop.period() * loop.count();
        if (next.start() != loop.start() + rows * width) {
            return false;
        }
        for (int j = 0; j < loop.period(); j++) {
            int k = next.start() + j;
            if (!follows(k, width, rows == 1)
                    || !sameStride(items.first, k, width, loop.period())
                    || (Items.isBinary(items.codes[k]) && !sameStride(items.second, k, width, loop.period()))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameStride(int[] operands, int k, int width, int period) {
        int stride = operands[k + period] - operands[k];
        int before = operands[k - width + period] - operands[k - width];
        return items.isConstant(operands[k]) || stride == before;
    }
}
