package dev.gradgap.engine.compiled.code;

/** The passes of a compiled function; generated. */
public interface ForwardCode {

    /** Computes the values that outputs are read from. */
    void primal(double[] point, double[] slots, double[] tables);

    /**
     * Computes the values and their tangents.
     *
     * @param tangents receives tangent t of slot s at position {@code t * slots + s}
     * @param direction the tangents of the inputs, where there is one tangent
     * @param ranges for each nest the rows or iterations whose inputs have tangents: from and to (exclusive)
     * @param firstSeed the input whose first tangent is 1, where there are several
     */
    void pass(
            double[] point,
            double[] slots,
            double[] tables,
            double[] tangents,
            double[] direction,
            int[] ranges,
            int firstSeed);
}
