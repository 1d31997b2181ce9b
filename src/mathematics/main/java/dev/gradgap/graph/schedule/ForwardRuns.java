package dev.gradgap.graph.schedule;

import dev.gradgap.graph.Operation;
import dev.gradgap.graph.OperationLoops;
import dev.gradgap.graph.schedule.program.Groups;
import dev.gradgap.graph.schedule.program.Program;

/** The primal sweep over a program. */
final class ForwardRuns {

    /** What values are computed for. */
    enum Purpose {
        /** The outputs alone: nothing is stored. */
        OUTPUTS,
        /** The reverse sweep alone: what it does not read is left out. */
        ADJOINTS,
        /** The outputs, and the reverse sweep. */
        BOTH
    }

    private final Program program;
    private final int[] code;
    private final Registers registers;

    ForwardRuns(Program program, Registers registers) {
        this.program = program;
        this.code = program.code();
        this.registers = registers;
    }

    /**
     * Computes all values.
     *
     * @param x the inputs
     * @param flat the flat array, of which the constants are set; receives the values
     * @param stored receives the values of registers that the reverse sweep reads
     * @param purpose what the values are for
     */
    void sweep(double[] x, double[] flat, double[] stored, Purpose purpose) {
        int[] loads = program.loads();
        for (int i = 0; i < loads.length; i += 3) {
            System.arraycopy(x, loads[i], flat, loads[i + 1], loads[i + 2]);
        }
        boolean keep = purpose != Purpose.OUTPUTS;
        int left = purpose == Purpose.ADJOINTS ? Program.UNREAD : 0;
        for (int at = 0; at < code.length; at += Program.WIDTH) {
            if ((code[at] & left) != 0) {
                continue;
            }
            switch (code[at] & Program.KIND_MASK) {
                case Program.RUN -> run(at, x, flat, stored, keep);
                case Program.REDUCTION -> reduce(at, x, flat);
                case Program.SCALARS -> scalars(at, flat);
                default -> {} // the end of a window
            }
        }
    }

    /**
     * Computes the repeated runs of a window again.
     *
     * @param from its first instruction
     * @param to the instruction after its last
     * @param windowStored receives the values that its reverse sweep reads
     */
    void repeat(int from, int to, double[] x, double[] flat, double[] windowStored) {
        for (int at = from; at < to; at += Program.WIDTH) {
            if ((code[at] & Program.REPEATED) != 0) {
                double[] r = compute(at, x, flat);
                int stored = code[at + Program.RESULT + 2];
                if (stored != Program.NOT_STORED) {
                    System.arraycopy(r, 0, windowStored, Program.NOT_STORED - 1 - stored, code[at + Program.LENGTH]);
                }
            }
        }
    }

    private void run(int at, double[] x, double[] flat, double[] stored, boolean keep) {
        double[] r = compute(at, x, flat);
        int n = code[at + Program.LENGTH];
        if (code[at + Program.RESULT] == Program.FLAT) {
            System.arraycopy(r, 0, flat, code[at + Program.RESULT + 1], n);
        } else if (keep && code[at + Program.RESULT + 2] >= 0) {
            System.arraycopy(r, 0, stored, code[at + Program.RESULT + 2], n);
        }
    }

    /** The register with the results of a run. */
    private double[] compute(int at, double[] x, double[] flat) {
        int n = code[at + Program.LENGTH];
        double[] a = operand(at + Program.FIRST, x, flat, registers.firstOperand, n);
        double[] b = operand(at + Program.SECOND, x, flat, registers.secondOperand, n);
        boolean inRegister = code[at + Program.RESULT] == Program.REGISTER;
        double[] r = inRegister ? registers.get(code[at + Program.RESULT + 1]) : registers.result;
        OperationLoops.of(code[at] >> Program.KIND_BITS).values(r, a, b, n);
        return r;
    }

    private double[] operand(int at, double[] x, double[] flat, double[] room, int n) {
        int base = code[at + 1];
        switch (code[at] & Program.PLACE_MASK) {
            case Program.REGISTER -> {
                return registers.get(base);
            }
            case Program.INPUT -> Registers.load(room, x, base, code[at + 2], n);
            case Program.FLAT -> Registers.load(room, flat, base, code[at + 2], n);
            case Program.INDEXED -> Registers.gather(room, flat, program.indices(), base, n);
            default -> {} // a unary operation has no second operand
        }
        return room;
    }

    private void reduce(int at, double[] x, double[] flat) {
        Operation operation = Operation.of(code[at] >> Program.KIND_BITS);
        int n = code[at + Program.LENGTH];
        double[] a = operand(at + Program.FIRST, x, flat, registers.firstOperand, n);
        double begin = code[at + Program.SECOND] == Program.NONE
                ? Reductions.neutral(operation)
                : flat[code[at + Program.SECOND + 1]];
        flat[code[at + Program.RESULT + 1]] = Reductions.value(operation, begin, a, n, program.reassociated());
    }

    private void scalars(int at, double[] flat) {
        Groups.values(
                program.scalarGroups(),
                code[at + Program.FIRST],
                code[at + Program.SECOND + 1],
                program.scalarOperands(),
                code[at + Program.FIRST + 1],
                flat,
                code[at + Program.RESULT + 1]);
    }
}
