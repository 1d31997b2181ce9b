package dev.gradgap.graph.schedule;

import dev.gradgap.graph.schedule.program.Program;
import java.util.Arrays;

/** The working memory of the sweeps: the registers of a program, and some more into which operands are copied. */
final class Registers {

    final double[] firstOperand = new double[Program.REGISTER_LENGTH];
    final double[] secondOperand = new double[Program.REGISTER_LENGTH];
    final double[] result = new double[Program.REGISTER_LENGTH];
    final double[] resultAdjoint = new double[Program.REGISTER_LENGTH];
    final double[] operandAdjoint = new double[Program.REGISTER_LENGTH];
    private final double[][] registers;

    Registers(Program program) {
        registers = new double[program.registers()][Program.REGISTER_LENGTH];
    }

    double[] get(int register) {
        return registers[register];
    }

    /** Copies elements at a stride to the start of a register. */
    static void load(double[] to, double[] from, int base, int stride, int n) {
        if (stride == 1) {
            System.arraycopy(from, base, to, 0, n);
        } else if (stride == 0) {
            Arrays.fill(to, 0, n, from[base]);
        } else {
            for (int i = 0; i < n; i++) {
                to[i] = from[base + i * stride];
            }
        }
    }

    /** Copies elements found through indices to the start of a register. */
    static void gather(double[] to, double[] from, int[] indices, int base, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = from[indices[base + i]];
        }
    }
}
