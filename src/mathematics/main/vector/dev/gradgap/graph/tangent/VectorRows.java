package dev.gradgap.graph.tangent;

import dev.gradgap.graph.Linearization;
import java.util.Optional;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows of tangents as vectors of four: the same multiplications and additions as without, so the same results, bit for
 * bit. No fused multiply-add, which would round once less.
 *
 * <p>Four and not eight, even where the processor has eight: rows cannot be aligned to cache lines in Java, and a result
 * that has just been stored across two lines is read back several times slower. Vectors of eight cross a line nearly
 * always, vectors of four every other time.
 */
final class VectorRows {

    private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;

    private VectorRows() {}

    /** Rows of w tangents; empty for other w than 4, 8 and 16, and if the processor has no vectors of four. */
    static Optional<TangentRows> of(int w) {
        if (DoubleVector.SPECIES_PREFERRED.length() < FOUR.length()) {
            return Optional.empty();
        }
        return switch (w) {
            case 4 -> Optional.of(VectorRows::push4);
            case 8 -> Optional.of(VectorRows::push8);
            case 16 -> Optional.of(VectorRows::push16);
            default -> Optional.empty();
        };
    }

    private static void push4(int from, int to, TangentSlots slots, Linearization partials, double[] tangents) {
        for (int k = from; k < to; k++) {
            int x = 4 * slots.first(k);
            int y = 4 * slots.second(k);
            int r = 4 * slots.result(k);
            push(x, y, r, partials.firstPartial(k), partials.secondPartial(k), tangents);
        }
    }

    private static void push8(int from, int to, TangentSlots slots, Linearization partials, double[] tangents) {
        for (int k = from; k < to; k++) {
            int x = 8 * slots.first(k);
            int y = 8 * slots.second(k);
            int r = 8 * slots.result(k);
            double p = partials.firstPartial(k);
            double q = partials.secondPartial(k);
            push(x, y, r, p, q, tangents);
            push(x + 4, y + 4, r + 4, p, q, tangents);
        }
    }

    private static void push16(int from, int to, TangentSlots slots, Linearization partials, double[] tangents) {
        for (int k = from; k < to; k++) {
            int x = 16 * slots.first(k);
            int y = 16 * slots.second(k);
            int r = 16 * slots.result(k);
            double p = partials.firstPartial(k);
            double q = partials.secondPartial(k);
            push(x, y, r, p, q, tangents);
            push(x + 4, y + 4, r + 4, p, q, tangents);
            push(x + 8, y + 8, r + 8, p, q, tangents);
            push(x + 12, y + 12, r + 12, p, q, tangents);
        }
    }

    private static void push(int x, int y, int r, double p, double q, double[] tangents) {
        DoubleVector byFirst = DoubleVector.fromArray(FOUR, tangents, x).mul(p);
        DoubleVector bySecond = DoubleVector.fromArray(FOUR, tangents, y).mul(q);
        byFirst.add(bySecond).intoArray(tangents, r);
    }
}
