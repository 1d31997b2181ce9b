package dev.gradgap.engine.compiled.code;

/** The sweeps of a compiled function; generated. */
public interface ReverseCode {

    /** Computes the values that outputs are read from. */
    void primal(double[] point, double[] slots, double[] tables);

    /** Computes the same and what the reverse sweep needs. */
    void record(double[] point, double[] slots, double[] tables);

    /** Computes only what the reverse sweep needs. */
    void prepareGradient(double[] point, double[] slots, double[] tables);

    /**
     * Carries adjoints back.
     *
     * @param slotAdjoints on entry the weights of the outputs, zero elsewhere
     * @param inputAdjoints receives the adjoints of the inputs
     */
    void sweep(double[] point, double[] slots, double[] tables, double[] slotAdjoints, double[] inputAdjoints);
}
