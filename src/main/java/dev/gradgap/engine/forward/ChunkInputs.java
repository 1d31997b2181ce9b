package dev.gradgap.engine.forward;

import dev.gradgap.function.Inputs;

/** Inputs with w tangents, of which w neighbours carry a unit tangent each and all others none. */
final class ChunkInputs implements Inputs<DualChunk> {

    private final double[] x;
    private final int first;
    private final double[][] units;
    private final double[] zeros;

    /**
     * Inputs at a point.
     *
     * @param first the input that carries the first unit tangent; beyond the last input for none at all
     * @param units w arrays of length w, the t-th being 1 at t and 0 elsewhere; shared by all passes
     * @param zeros w zeros, shared
     */
    ChunkInputs(double[] x, int first, double[][] units, double[] zeros) {
        this.x = x;
        this.first = first;
        this.units = units;
        this.zeros = zeros;
    }

    @Override
    public int size() {
        return x.length;
    }

    @Override
    public DualChunk get(int i) {
        int t = i - first;
        return new DualChunk(x[i], t >= 0 && t < units.length ? units[t] : zeros);
    }
}
