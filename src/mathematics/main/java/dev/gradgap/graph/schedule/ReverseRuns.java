package dev.gradgap.graph.schedule;

import dev.gradgap.graph.Operation;
import dev.gradgap.graph.OperationLoops;
import dev.gradgap.graph.PartialReads;
import dev.gradgap.graph.schedule.program.Groups;
import dev.gradgap.graph.schedule.program.Program;
import java.util.Arrays;

/** The adjoint sweep over a program. Partials are computed from the values when they are needed. */
final class ReverseRuns {

    private static final int CACHE_LINE = 8; // doubles

    private final Program program;
    private final int[] code;
    private final ForwardRuns forward; // to compute values again
    private final Registers registers; // of adjoints, except while values are computed again
    private final double[] flat; // values
    private final double[] stored;
    private final double[] flatAdjoints;
    private final double[] windowStored; // values of repeated runs
    double fetched; // read by nobody; makes HotSpot do the reading

    ReverseRuns(
            Program program,
            ForwardRuns forward,
            Registers registers,
            double[] flat,
            double[] stored,
            double[] flatAdjoints) {
        this.program = program;
        this.code = program.code();
        this.forward = forward;
        this.registers = registers;
        windowStored = new double[program.windowStoredLength()];
        this.flat = flat;
        this.stored = stored;
        this.flatAdjoints = flatAdjoints;
    }

    /**
     * Pulls adjoints of the outputs back to the inputs. All flat adjoints are zero before and after, but for those of
     * constants.
     *
     * @param x the inputs at which the values were computed
     * @param inputAdjoints receives the adjoints of the inputs
     */
    void sweep(double[] x, double[] outputAdjoints, double[] inputAdjoints) {
        int[] zeros = program.inputZeros();
        for (int i = 0; i < zeros.length; i += 2) {
            Arrays.fill(inputAdjoints, zeros[i], zeros[i + 1], 0);
        }
        int[] outputs = program.outputs();
        for (int j = 0; j < outputs.length; j++) {
            flatAdjoints[outputs[j]] += outputAdjoints[j]; // outputs may share a node
        }
        for (int at = code.length - Program.WIDTH; at >= 0; at -= Program.WIDTH) {
            switch (code[at] & Program.KIND_MASK) {
                case Program.RUN -> run(at, x, inputAdjoints);
                case Program.REDUCTION -> reduce(at, x, inputAdjoints);
                case Program.SCALARS -> scalars(at);
                default -> forward.repeat(at - code[at + Program.LENGTH] * Program.WIDTH, at, x, flat, windowStored);
            }
        }
        int[] loads = program.loads();
        for (int i = 0; i < loads.length; i += 3) {
            addAll(inputAdjoints, loads[i], flatAdjoints, loads[i + 1], loads[i + 2]);
            Arrays.fill(flatAdjoints, loads[i + 1], loads[i + 1] + loads[i + 2], 0);
        }
    }

    private static void addAll(double[] to, int start, double[] from, int fromStart, int n) {
        for (int i = 0; i < n; i++) {
            to[start + i] += from[fromStart + i];
        }
    }

    private void run(int at, double[] x, double[] inputAdjoints) {
        Operation operation = Operation.of(code[at] >> Program.KIND_BITS);
        int n = code[at + Program.LENGTH];
        int first = at + Program.FIRST;
        int second = at + Program.SECOND;
        int reads = PartialReads.of(operation, active(first), active(second));
        double[] a = registers.firstOperand;
        double[] b = registers.secondOperand;
        double[] v = registers.result;
        if ((reads & PartialReads.FIRST) != 0) {
            value(first, x, a, n);
        }
        if ((reads & PartialReads.SECOND) != 0) {
            value(second, x, b, n);
        }
        if ((reads & PartialReads.VALUE) != 0) {
            value(at + Program.RESULT, x, v, n);
        }
        double[] w = resultAdjoint(at, n);
        if (active(first)) {
            if (PartialReads.isOne(operation, false)) {
                hand(first, w, n, inputAdjoints);
            } else {
                double[] out = room(first);
                OperationLoops.of(operation).firstAdjoints(out, w, a, b, v, n);
                hand(first, out, n, inputAdjoints);
            }
        }
        if (active(second)) {
            if (PartialReads.isOne(operation, true)) {
                hand(second, w, n, inputAdjoints);
            } else {
                double[] out = room(second);
                OperationLoops.of(operation).secondAdjoints(out, w, a, b, v, n);
                hand(second, out, n, inputAdjoints);
            }
        }
    }

    private boolean active(int at) {
        return (code[at] & Program.ACTIVE) != 0;
    }

    private boolean assigns(int at) {
        return (code[at] & Program.ASSIGN) != 0;
    }

    /** Copies the values of an operand or result. */
    private void value(int at, double[] x, double[] to, int n) {
        int base = code[at + 1];
        int extra = code[at + 2];
        switch (code[at] & Program.PLACE_MASK) {
            case Program.REGISTER -> {
                boolean kept = extra >= 0;
                System.arraycopy(kept ? stored : windowStored, kept ? extra : Program.NOT_STORED - 1 - extra, to, 0, n);
            }
            case Program.INPUT -> Registers.load(to, x, base, extra, n);
            case Program.FLAT -> Registers.load(to, flat, base, extra, n);
            default -> Registers.gather(to, flat, program.indices(), base, n);
        }
    }

    private double[] resultAdjoint(int at, int n) {
        int base = code[at + Program.RESULT + 1];
        if (code[at + Program.RESULT] == Program.REGISTER) {
            return registers.get(base);
        }
        System.arraycopy(flatAdjoints, base, registers.resultAdjoint, 0, n);
        Arrays.fill(flatAdjoints, base, base + n, 0);
        return registers.resultAdjoint;
    }

    /** Where to compute the adjoints of an operand: in its own register if that is possible. */
    private double[] room(int at) {
        boolean inPlace = (code[at] & Program.PLACE_MASK) == Program.REGISTER && assigns(at);
        return inPlace ? registers.get(code[at + 1]) : registers.operandAdjoint;
    }

    /** Adds adjoints to those of an operand, or assigns them. */
    private void hand(int at, double[] adjoints, int n, double[] inputAdjoints) {
        int base = code[at + 1];
        int extra = code[at + 2];
        switch (code[at] & Program.PLACE_MASK) {
            case Program.REGISTER -> {
                double[] to = registers.get(base);
                if (!assigns(at)) {
                    add(to, adjoints, n);
                } else if (to != adjoints) {
                    System.arraycopy(adjoints, 0, to, 0, n);
                }
            }
            case Program.INPUT -> store(inputAdjoints, base, extra, assigns(at), adjoints, n);
            case Program.FLAT -> store(flatAdjoints, base, extra, assigns(at), adjoints, n);
            default -> scatter(flatAdjoints, program.indices(), base, adjoints, n);
        }
    }

    private static void add(double[] to, double[] adjoints, int n) {
        for (int i = 0; i < n; i++) {
            to[i] += adjoints[i];
        }
    }

    private static void store(double[] to, int base, int stride, boolean assign, double[] adjoints, int n) {
        if (stride == 0) {
            to[base] = Reductions.sum(to[base], adjoints, n);
        } else if (assign) {
            System.arraycopy(adjoints, 0, to, base, n);
        } else if (stride == 1) {
            addAll(to, base, adjoints, 0, n);
        } else {
            for (int i = 0; i < n; i++) {
                to[base + i * stride] += adjoints[i];
            }
        }
    }

    /** Adds what successive elements hand to the same adjoint before adding it there, so as not to wait for it. */
    private static void scatter(double[] to, int[] indices, int base, double[] adjoints, int n) {
        int index = indices[base];
        double sum = adjoints[0];
        for (int i = 1; i < n; i++) {
            int next = indices[base + i];
            if (next == index) {
                sum += adjoints[i];
            } else {
                to[index] += sum;
                index = next;
                sum = adjoints[i];
            }
        }
        to[index] += sum;
    }

    private void reduce(int at, double[] x, double[] inputAdjoints) {
        Operation operation = Operation.of(code[at] >> Program.KIND_BITS);
        int n = code[at + Program.LENGTH];
        int first = at + Program.FIRST;
        int begin = code[at + Program.SECOND + 1];
        boolean begins = code[at + Program.SECOND] != Program.NONE;
        double adjoint = flatAdjoints[code[at + Program.RESULT + 1]];
        flatAdjoints[code[at + Program.RESULT + 1]] = 0;
        double beginAdjoint = adjoint;
        double[] out = room(first);
        if (operation == Operation.ADD) {
            Arrays.fill(out, 0, n, adjoint);
        } else if (operation == Operation.MULTIPLY) {
            value(first, x, registers.firstOperand, n);
            double start = begins ? flat[begin] : 1;
            beginAdjoint = Reductions.productAdjoints(out, adjoint, start, registers.firstOperand, n);
        } else {
            boolean unchanged = begins && flat[begin] == flat[code[at + Program.RESULT + 1]];
            if (unchanged && !assigns(first)) {
                flatAdjoints[begin] += adjoint;
                return;
            }
            value(first, x, registers.firstOperand, n);
            double start = begins ? flat[begin] : 0;
            int chosen = Reductions.chosen(operation, begins, start, registers.firstOperand, n);
            Arrays.fill(out, 0, n, 0);
            if (chosen >= 0) {
                out[chosen] = adjoint;
                beginAdjoint = 0;
            }
        }
        if (active(first)) {
            hand(first, out, n, inputAdjoints);
        }
        if (begins) {
            flatAdjoints[begin] += beginAdjoint;
        }
    }

    private void scalars(int at) {
        int start = code[at + Program.RESULT + 1];
        int end = start + code[at + Program.LENGTH];
        fetch(start, end);
        Groups.adjoints(
                program.scalarGroups(),
                code[at + Program.FIRST],
                code[at + Program.SECOND + 1],
                program.scalarOperands(),
                code[at + Program.FIRST + 2],
                flat,
                flatAdjoints,
                end);
        Arrays.fill(flatAdjoints, start, end, 0);
    }

    /**
     * Reads values and adjoints in their order before the operations do so in any order: caches fetch ahead what is read
     * in order, while each line that is first read out of order is waited for.
     */
    private void fetch(int start, int end) {
        double sum = 0;
        for (int i = start; i < end; i += CACHE_LINE) {
            sum += flat[i] + flatAdjoints[i];
        }
        fetched = sum;
    }
}
