package dev.gradgap.engine.compiled.code;

import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import java.util.ArrayList;
import java.util.List;

/**
 * The tangents that one method carries. A long body with many tangents is written as several methods, each of which
 * computes the values again and carries some of the tangents, so that HotSpot compiles it; the first one keeps the values.
 *
 * @param first the first tangent
 * @param count how many
 */
record TangentChunk(int first, int count) {

    /** No tangents: the values alone. */
    static final TangentChunk NONE = new TangentChunk(0, 0);

    private static final int LARGEST_METHOD = 7000; // bytes; HotSpot does not compile beyond 8,000
    private static final int BYTES_OF_A_VALUE = 40;
    private static final int BYTES_OF_A_TANGENT = 26;
    private static final int BYTES_OF_AN_OPERAND = 12; // more for the tangent of an operand in memory
    private static final int BYTES_OF_A_SEED = 30; // more for the tangent of an input that may be the seeded one

    /** Whether the method keeps the values, and adds those of terms to their sums. */
    boolean keepsValues() {
        return first == 0;
    }

    /** Divides the tangents of a nest among methods. */
    static List<TangentChunk> of(Nest nest, int tangents, Seeds seeds) {
        int most = Math.max(1, (LARGEST_METHOD - BYTES_OF_A_VALUE * nest.size()) / bytesOfATangent(nest, seeds));
        List<TangentChunk> chunks = new ArrayList<>();
        for (int first = 0; first < tangents; first += most) {
            chunks.add(new TangentChunk(first, Math.min(most, tangents - first)));
        }
        return chunks;
    }

    private static int bytesOfATangent(Nest nest, Seeds seeds) {
        Activity activity = new Activity(nest, 1, seeds);
        int bytes = 1;
        for (int j = 0; j < nest.size(); j++) {
            int operands = bytes(nest.first[j], activity, seeds) + bytes(nest.second[j], activity, seeds);
            bytes += operands == 0 ? 0 : BYTES_OF_A_TANGENT + operands;
        }
        return bytes;
    }

    private static int bytes(Operand operand, Activity activity, Seeds seeds) {
        if (!activity.isActive(operand)) {
            return 0;
        }
        boolean seed = operand.home() == Operand.Home.INPUT && seeds == Seeds.ONE_HOT;
        return BYTES_OF_AN_OPERAND + (seed ? BYTES_OF_A_SEED : 0);
    }
}
