package dev.gradgap.verify.expected;

import dev.gradgap.workload.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is asked about the Jacobian J of a function, an m x n matrix of which not all can be known: products with vectors of
 * random signs, to which all its elements contribute, and some elements one by one.
 *
 * @param weights the vectors w of the rows w'J: for a single output its 1 first, then random ones
 * @param directions the vectors v of the columns J v, all random
 * @param singleInputs the inputs i whose columns J e_i are wanted
 * @param singleOutputs the outputs j whose rows e_j'J are wanted; none if there is only one
 * @param inputs the positions of a row that are looked at
 * @param outputs the positions of a column that are looked at
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Questions(
        List<Weights> weights,
        List<Weights> directions,
        int[] singleInputs,
        int[] singleOutputs,
        int[] inputs,
        int[] outputs) {

    private static final int ALL = 4096; // positions of a vector that are looked at if there are no more
    private static final int SOME = 1024; // how many are, if there are more

    /**
     * Questions about a function with n inputs and m outputs.
     *
     * @param vectors how many vectors of either kind
     * @param singles how many single inputs, and single outputs, at most
     * @param seed decides vectors and positions
     */
    public static Questions of(int n, int m, int vectors, int singles, long seed) {
        Seed random = new Seed(seed);
        List<Weights> weights = new ArrayList<>();
        if (m == 1) {
            weights.add(Weights.one(1, 0));
        }
        IntStream.range(0, m == 1 ? 1 : vectors).forEach(k -> weights.add(Weights.signs(m, random.nextLong())));
        List<Weights> directions = IntStream.range(0, vectors)
                .mapToObj(k -> Weights.signs(n, random.nextLong()))
                .toList();
        int[] inputs = Positions.sample(n, n <= ALL ? n : SOME, random);
        int[] outputs = Positions.sample(m, m <= ALL ? m : SOME, random);
        return new Questions(
                weights,
                directions,
                some(inputs, singles, random),
                m == 1 ? new int[0] : some(outputs, singles, random),
                inputs,
                outputs);
    }

    private static int[] some(int[] positions, int count, Seed random) {
        if (count == 0) {
            return new int[0];
        }
        int[] chosen = Positions.sample(positions.length, count, random);
        for (int k = 0; k < chosen.length; k++) {
            chosen[k] = positions[chosen[k]];
        }
        return chosen;
    }

    /** The same, without what is asked about other inputs than the single ones, and without single outputs. */
    public Questions ofSinglesOnly() {
        return new Questions(weights, directions, singleInputs, new int[0], singleInputs, outputs);
    }

    /** The same with a quarter of the single inputs, for a method that takes long. */
    public Questions fewer() {
        int[] quarter = Arrays.copyOf(singleInputs, (singleInputs.length + 3) / 4);
        return new Questions(weights, directions, quarter, singleOutputs, inputs, outputs);
    }
}
