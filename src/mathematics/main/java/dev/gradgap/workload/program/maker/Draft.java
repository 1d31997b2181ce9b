package dev.gradgap.workload.program.maker;

import dev.gradgap.workload.program.Expression.Scalar;
import dev.gradgap.workload.program.Index;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Ranges;
import dev.gradgap.workload.program.Statement.Loop;
import java.util.ArrayList;
import java.util.List;

/**
 * A program being made: its stores, the loops around the place where the next statement goes, and how many operations
 * are left.
 *
 * <p>Scalar 0 is the total: anything may be added to it, and only the results read it, so that it needs no bound.
 */
final class Draft {

    /** The least coordinate of the point. */
    static final double POINT_LOW = -1;

    /** The bound of the coordinates of the point. */
    static final double POINT_HIGH = 1;

    final Draws draws;
    final int inputs;
    final int length;
    final List<Store> arrays = new ArrayList<>();
    final List<Store> scalars = new ArrayList<>();
    final Scalar total = new Scalar(0);
    final Ranges ranges = new Ranges();
    private final List<Loop> loops = new ArrayList<>();
    private final List<Long> trips = new ArrayList<>(List.of(1L));

    Draft(Draws draws, int inputs, int length) {
        this.draws = draws;
        this.inputs = inputs;
        this.length = length;
    }

    /** The number of loops around. */
    int depth() {
        return loops.size();
    }

    /** The counter of a loop around, the outermost first. */
    int counter(int level) {
        return loops.get(level).counter();
    }

    /** An upper bound of the iterations of a loop around. */
    int width(int level) {
        int counter = counter(level);
        return ranges.largest(counter) - ranges.least(counter) + 1;
    }

    /** An upper bound of how often a statement here is run. */
    long trips() {
        return trips.get(trips.size() - 1);
    }

    /** Enters a loop; its body is made before it is. */
    void enter(Loop loop) {
        ranges.enter(loop);
        int most = ranges.largest(loop.counter()) - ranges.least(loop.counter()) + 1;
        trips.add(trips() * ((most - 1) / Math.abs(loop.step()) + 1));
        loops.add(loop);
    }

    /** Leaves the innermost loop. */
    void leave() {
        ranges.leave(loops.remove(loops.size() - 1));
        trips.remove(trips.size() - 1);
    }

    /** All stores. */
    Store anyStore() {
        boolean array = scalars.isEmpty() || draws.chance(60);
        return draws.oneOf(array ? arrays : scalars);
    }

    /** An index made at random from the counters of the loops around, most often within an array of some length. */
    Index index(int limit) {
        Affine affine = affine(limit);
        if (draws.chance(8)) {
            return new Index.Modular(affine, draws.between(2, Math.max(2, limit)));
        }
        if (draws.chance(6)) {
            return new Index.Lookup(permutation(Math.min(limit, draws.between(2, 16))), affine);
        }
        if (depth() > 1 && draws.chance(6)) {
            return new Index.Multiple(
                    Affine.of(counter(depth() - 2), 1, 0), Affine.of(counter(depth() - 1), 1, draws.between(0, 2)));
        }
        return affine;
    }

    /** An affine index made at random. */
    Affine affine(int limit) {
        Affine affine = Affine.of(0);
        int inner = 1;
        for (int level = depth() - 1; level >= 0; level--) {
            affine = affine.withStride(counter(level), stride(level, inner));
            inner *= width(level);
        }
        if (loops.isEmpty()) {
            return Affine.of(draws.between(0, limit - 1));
        }
        return draws.chance(75) ? inside(affine, limit) : affine.plus(draws.between(-9, 9));
    }

    /** An affine index that moves by one with the innermost loop and by its length, or not, with the others. */
    Affine affineInStep(int limit) {
        Affine affine = Affine.of(0);
        int inner = 1;
        for (int level = depth() - 1; level >= 0; level--) {
            boolean moves = level == depth() - 1 || draws.chance(50);
            affine = affine.withStride(counter(level), moves ? inner : 0);
            inner *= width(level);
        }
        int room = limit - (affine.largest(ranges) - affine.least(ranges));
        return affine.plus(Math.max(0, Math.min(room / 2, draws.between(2, 3))) - affine.least(ranges));
    }

    /** The index moved so that it begins at 0 or a little above, if there is room. */
    private Affine inside(Affine affine, int limit) {
        int room = limit - (affine.largest(ranges) - affine.least(ranges));
        return affine.plus(draws.between(0, Math.max(0, Math.min(room - 1, 3))) - affine.least(ranges));
    }

    private int stride(int level, int inner) {
        int chance = draws.between(1, 100);
        if (level == depth() - 1) {
            return chance <= 62 ? 1 : chance <= 72 ? -1 : chance <= 82 ? 2 : chance <= 92 ? 0 : draws.between(-3, 9);
        }
        return chance <= 40 ? 0 : chance <= 65 ? 1 : chance <= 90 ? inner : draws.between(-2, 9);
    }

    /** The numbers from 0 to length - 1 in some order. */
    List<Integer> permutation(int size) {
        List<Integer> numbers = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            numbers.add(draws.between(0, k), k);
        }
        return numbers;
    }

    /** 0 several times, then 1 as often, and so on. */
    List<Integer> stairs(int steps) {
        int width = draws.between(2, 4);
        List<Integer> numbers = new ArrayList<>();
        for (int k = 0; k < steps * width; k++) {
            numbers.add(k / width);
        }
        return numbers;
    }
}
