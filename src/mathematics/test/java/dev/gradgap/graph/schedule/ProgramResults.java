package dev.gradgap.graph.schedule;

import dev.gradgap.graph.schedule.ForwardRuns.Purpose;
import dev.gradgap.graph.schedule.program.Program;
import java.util.Arrays;

/**
 * Everything that the sweeps over a program compute, at points one after another, in arrays that hold NaN wherever nothing
 * has been set.
 */
public final class ProgramResults {

    private final Program program;
    private final Registers registers;
    private final double[] stored;
    private final double[] results;
    private int count;

    private ProgramResults(Program program, int points) {
        this.program = program;
        registers = new Registers(program);
        for (int r = 0; r < program.registers(); r++) {
            Arrays.fill(registers.get(r), Double.NaN);
        }
        Arrays.fill(registers.firstOperand, Double.NaN);
        Arrays.fill(registers.secondOperand, Double.NaN);
        Arrays.fill(registers.result, Double.NaN);
        Arrays.fill(registers.resultAdjoint, Double.NaN);
        Arrays.fill(registers.operandAdjoint, Double.NaN);
        stored = new double[program.storedLength()];
        Arrays.fill(stored, Double.NaN);
        results = new double[points * 2 * (program.inputs() + program.outputs().length)];
    }

    /**
     * For each point: the adjoints after a sweep for adjoints alone, the outputs and adjoints after a sweep for both, and
     * the outputs after a sweep for outputs alone.
     */
    public static double[] at(Program program, double[][] points) {
        ProgramResults all = new ProgramResults(program, points.length);
        double[] flat = all.emptyFlat();
        ForwardRuns forward = new ForwardRuns(program, all.registers);
        ReverseRuns reverse =
                new ReverseRuns(program, forward, all.registers, flat, all.stored, new double[program.flatLength()]);
        for (double[] x : points) {
            forward.sweep(x, flat, all.stored, Purpose.ADJOINTS);
            all.addAdjoints(reverse, x);
            forward.sweep(x, flat, all.stored, Purpose.BOTH);
            all.addOutputs(flat);
            all.addAdjoints(reverse, x);
            double[] other = all.emptyFlat();
            forward.sweep(x, other, all.stored, Purpose.OUTPUTS);
            all.addOutputs(other);
        }
        return all.results;
    }

    private double[] emptyFlat() {
        double[] flat = new double[program.flatLength()];
        Arrays.fill(flat, Double.NaN);
        System.arraycopy(program.constants(), 0, flat, 0, program.constants().length);
        return flat;
    }

    private void addOutputs(double[] flat) {
        for (int position : program.outputs()) {
            results[count++] = flat[position];
        }
    }

    private void addAdjoints(ReverseRuns reverse, double[] x) {
        double[] weights = new double[program.outputs().length];
        Arrays.setAll(weights, j -> 1 + 0.37 * j);
        double[] adjoints = new double[x.length];
        Arrays.fill(adjoints, Double.NaN);
        reverse.sweep(x, weights, adjoints);
        System.arraycopy(adjoints, 0, results, count, x.length);
        count += x.length;
    }
}
