package dev.gradgap.graph.schedule.proof;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.RingAdjoints;
import dev.gradgap.graph.schedule.program.Program;
import java.util.Arrays;

/**
 * Both sweeps over a program once more, after the description of {@link Program} alone: forward on node numbers, in
 * reverse on the weights of {@link RingAdjoints} between the nodes that were read forward. Where a program sets nothing
 * there is rubbish. An oracle that shares nothing with {@link ProgramCheck} but the idea of numbering nodes.
 */
final class RingSweeps {

    private static final long RUBBISH = 0xBADBADBADL;

    private final Graph graph;
    private final Program program;
    private final int[] code;
    private final int[] operations;
    private final int[] nodes; // by flat position
    private final int[][] registerNodes;
    private final int[][] made; // by instruction: the node that each element computes
    private final int[][] first; // and those that it reads
    private final int[][] second;
    private final long[] flat;
    private final long[] inputs;
    private final long[][] registers;

    private RingSweeps(Graph graph, Program program, int[] operations) {
        this.graph = graph;
        this.program = program;
        this.operations = operations;
        code = program.code();
        nodes = new int[program.flatLength()];
        registerNodes = new int[program.registers()][Program.REGISTER_LENGTH];
        made = new int[code.length / Program.WIDTH][];
        first = new int[made.length][];
        second = new int[made.length][];
        flat = new long[program.flatLength()];
        inputs = new long[program.inputs()];
        Arrays.fill(inputs, RUBBISH);
        registers = new long[program.registers()][Program.REGISTER_LENGTH];
        spoilRegisters();
    }

    /** The adjoints of the inputs of a graph by a program that should compute it. */
    static long[] inputAdjoints(Graph graph, Program program, int[] operations, long[] outputAdjoints) {
        RingSweeps sweeps = new RingSweeps(graph, program, operations);
        sweeps.forward();
        sweeps.reverse(outputAdjoints);
        return sweeps.inputs;
    }

    private void spoilRegisters() {
        for (long[] register : registers) {
            Arrays.fill(register, RUBBISH);
        }
    }

    private int kind(int at) {
        return code[at] & Program.KIND_MASK;
    }

    private void forward() {
        Arrays.setAll(nodes, c -> c < graph.constants() ? graph.inputs() + c : -1);
        int[] loads = program.loads();
        for (int i = 0; i < loads.length; i += 3) {
            int input = loads[i];
            for (int j = 0; j < loads[i + 2]; j++) {
                nodes[loads[i + 1] + j] = input + j;
            }
        }
        int next = 0;
        for (int at = 0; at < code.length; at += Program.WIDTH) {
            int m = at / Program.WIDTH;
            int n = code[at + Program.LENGTH];
            int elements = kind(at) == Program.WINDOW ? 0 : kind(at) == Program.REDUCTION ? 1 : n;
            made[m] = Arrays.copyOfRange(operations, next, next + elements);
            Arrays.setAll(made[m], i -> made[m][i] + graph.firstOperationNode());
            next += elements;
            if (kind(at) == Program.RUN || kind(at) == Program.REDUCTION) {
                first[m] = operand(at + Program.FIRST, n);
                second[m] = kind(at) == Program.RUN ? operand(at + Program.SECOND, n) : new int[0];
                boolean toRegister = code[at + Program.RESULT] == Program.REGISTER;
                int base = code[at + Program.RESULT + 1];
                System.arraycopy(made[m], 0, toRegister ? registerNodes[base] : nodes, toRegister ? 0 : base, elements);
            } else if (kind(at) == Program.SCALARS) {
                scalars(at, m);
            }
        }
    }

    private void scalars(int at, int m) {
        first[m] = new int[made[m].length];
        second[m] = new int[made[m].length];
        int p = code[at + Program.FIRST + 1];
        for (int i = 0; i < made[m].length; i++) {
            int arity = graph.operation(made[m][i] - graph.firstOperationNode()).arity();
            first[m][i] = nodes[program.scalarOperands()[p]];
            second[m][i] = nodes[program.scalarOperands()[p + arity - 1]];
            nodes[code[at + Program.RESULT + 1] + i] = made[m][i];
            p += arity;
        }
    }

    private int[] operand(int at, int n) {
        int base = code[at + 1];
        int extra = code[at + 2];
        int[] read = new int[n];
        for (int i = 0; i < n; i++) {
            read[i] = switch (code[at] & Program.PLACE_MASK) {
                case Program.REGISTER -> registerNodes[base][i];
                case Program.INPUT -> base + i * extra;
                case Program.FLAT -> nodes[base + i * extra];
                case Program.INDEXED -> nodes[program.indices()[base + i]];
                default -> -1;
            };
        }
        return read;
    }

    private void reverse(long[] outputAdjoints) {
        int[] zeros = program.inputZeros();
        for (int i = 0; i < zeros.length; i += 2) {
            Arrays.fill(inputs, zeros[i], zeros[i + 1], 0);
        }
        for (int j = 0; j < outputAdjoints.length; j++) {
            flat[program.outputs()[j]] += outputAdjoints[j];
        }
        for (int at = code.length - Program.WIDTH; at >= 0; at -= Program.WIDTH) {
            switch (kind(at)) {
                case Program.RUN -> pullRun(at, at / Program.WIDTH);
                case Program.REDUCTION -> pullReduction(at, at / Program.WIDTH);
                case Program.SCALARS -> pullScalars(at, at / Program.WIDTH);
                default -> spoilRegisters(); // values are computed in them
            }
        }
        int[] loads = program.loads();
        for (int i = 0; i < loads.length; i += 3) {
            for (int j = 0; j < loads[i + 2]; j++) {
                inputs[loads[i] + j] += flat[loads[i + 1] + j];
                flat[loads[i + 1] + j] = 0;
            }
        }
    }

    private void pullRun(int at, int m) {
        int n = made[m].length;
        int base = code[at + Program.RESULT + 1];
        boolean inRegister = code[at + Program.RESULT] == Program.REGISTER;
        long[] adjoints = inRegister ? Arrays.copyOf(registers[base], n) : Arrays.copyOfRange(flat, base, base + n);
        if (!inRegister) {
            Arrays.fill(flat, base, base + n, 0);
        }
        hand(at + Program.FIRST, i -> adjoints[i] * RingAdjoints.weight(made[m][i], first[m][i]), n);
        if (Operation.of(code[at] >> Program.KIND_BITS).arity() == 2) {
            hand(at + Program.SECOND, i -> adjoints[i] * RingAdjoints.weight(made[m][i], second[m][i]), n);
        }
    }

    private void pullReduction(int at, int m) {
        int position = code[at + Program.RESULT + 1];
        boolean begins = code[at + Program.SECOND] != Program.NONE;
        long adjoint = flat[position];
        flat[position] = 0;
        long[] leaves = new long[first[m].length];
        int node = made[m][0];
        for (int i = leaves.length - 1; i >= (begins ? 0 : 1); i--) {
            int k = node - graph.firstOperationNode();
            int inner = graph.second(k) == first[m][i] ? graph.first(k) : graph.second(k);
            leaves[i] = adjoint * RingAdjoints.weight(node, first[m][i]);
            adjoint *= RingAdjoints.weight(node, inner);
            node = inner;
        }
        if (!begins) {
            leaves[0] = adjoint;
        }
        hand(at + Program.FIRST, i -> leaves[i], leaves.length);
        if (begins) {
            flat[code[at + Program.SECOND + 1]] += adjoint;
        }
    }

    private void pullScalars(int at, int m) {
        int base = code[at + Program.RESULT + 1];
        int p = code[at + Program.FIRST + 2];
        for (int i = made[m].length - 1; i >= 0; i--) {
            int arity = graph.operation(made[m][i] - graph.firstOperationNode()).arity();
            p -= arity;
            flat[program.scalarOperands()[p]] += flat[base + i] * RingAdjoints.weight(made[m][i], first[m][i]);
            if (arity == 2) {
                flat[program.scalarOperands()[p + 1]] += flat[base + i] * RingAdjoints.weight(made[m][i], second[m][i]);
            }
        }
        Arrays.fill(flat, base, base + made[m].length, 0);
    }

    private interface Shares {
        long of(int i);
    }

    private void hand(int at, Shares shares, int n) {
        int base = code[at + 1];
        int extra = code[at + 2];
        boolean assigns = (code[at] & Program.ASSIGN) != 0;
        for (int i = 0; i < n && (code[at] & Program.ACTIVE) != 0; i++) {
            switch (code[at] & Program.PLACE_MASK) {
                case Program.REGISTER -> add(registers[base], i, assigns, shares.of(i));
                case Program.INPUT -> add(inputs, base + i * extra, assigns, shares.of(i));
                case Program.FLAT -> add(flat, base + i * extra, assigns, shares.of(i));
                default -> add(flat, program.indices()[base + i], false, shares.of(i));
            }
        }
    }

    private static void add(long[] adjoints, int position, boolean assigns, long share) {
        adjoints[position] = assigns ? share : adjoints[position] + share;
    }
}
