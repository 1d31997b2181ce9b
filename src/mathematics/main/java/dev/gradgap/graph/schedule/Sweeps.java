package dev.gradgap.graph.schedule;

import dev.gradgap.graph.schedule.ForwardRuns.Purpose;
import dev.gradgap.graph.schedule.program.Program;
import java.util.Arrays;

/**
 * Executes a {@link Schedule}: values forward, adjoints back. Allocates nothing once made. Not thread-safe.
 *
 * <p>Memory: at most 8 bytes an operation for the values, which fall away where no partial reads them and no operation
 * outside a run does, and as much for the adjoints. Partials are not stored but computed in the reverse sweep.
 */
public final class Sweeps {

    private final Program program;
    private final ForwardRuns forward;
    private final ReverseRuns reverse;
    private final double[] values;
    private final double[] stored;
    private final double[] adjoints;
    private boolean adjointsZero = true; // but for those of constants, which nobody reads

    /** Room for the values and adjoints of a schedule. */
    public Sweeps(Schedule schedule) {
        program = schedule.program();
        Registers registers = new Registers(program);
        values = new double[program.flatLength()];
        stored = new double[program.storedLength()];
        adjoints = new double[program.flatLength()];
        forward = new ForwardRuns(program, registers);
        reverse = new ReverseRuns(program, forward, registers, values, stored, adjoints);
        System.arraycopy(program.constants(), 0, values, 0, program.constants().length);
    }

    /** The bytes of the schedule and of the values. */
    public long bytes() {
        return program.bytes() + 8L * values.length + 8L * stored.length;
    }

    /**
     * Computes and keeps the values at a point.
     *
     * @param x the inputs, length n
     * @param y receives the outputs, length m
     */
    public void evaluate(double[] x, double[] y) {
        forward.sweep(x, values, stored, Purpose.BOTH);
        outputs(values, y);
    }

    /** As {@link #evaluate}, but computes only what {@link #pullBack} needs: no outputs. */
    public void evaluateForAdjoints(double[] x) {
        forward.sweep(x, values, stored, Purpose.ADJOINTS);
    }

    /** Computes the outputs at a point, in the room of the adjoints, so that the values that are kept survive. */
    public void primal(double[] x, double[] y) {
        System.arraycopy(program.constants(), 0, adjoints, 0, program.constants().length);
        forward.sweep(x, adjoints, stored, Purpose.OUTPUTS);
        outputs(adjoints, y);
        adjointsZero = false;
    }

    private void outputs(double[] flat, double[] y) {
        int[] outputs = program.outputs();
        for (int j = 0; j < outputs.length; j++) {
            y[j] = flat[outputs[j]];
        }
    }

    /**
     * Pulls adjoints back at the last point.
     *
     * @param x the point of the last {@link #evaluate} or {@link #evaluateForAdjoints}, length n
     * @param outputAdjoint the weight of each output, length m
     * @param inputAdjoint receives the adjoint of each input, length n
     */
    public void pullBack(double[] x, double[] outputAdjoint, double[] inputAdjoint) {
        if (!adjointsZero) {
            Arrays.fill(adjoints, 0);
            adjointsZero = true;
        }
        reverse.sweep(x, outputAdjoint, inputAdjoint);
    }
}
