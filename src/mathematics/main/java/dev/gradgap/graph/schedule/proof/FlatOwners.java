package dev.gradgap.graph.schedule.proof;

import dev.gradgap.graph.schedule.program.Bits;
import dev.gradgap.graph.schedule.program.Program;
import java.util.Arrays;

/**
 * Which node each flat position belongs to as a program goes on: the one whose value was last written there, until an
 * operand that assigns adjoints there has read it. A node that the sweep for adjoints leaves out stands as its complement.
 * 4 bytes a position.
 */
final class FlatOwners {

    static final int NOBODY = Integer.MIN_VALUE; // nor the complement of a node

    private final int[] owners;
    private final Bits rewritten; // positions of several results
    private boolean anyRewritten;

    /** The owners before the first instruction: constants, and inputs that are copied. */
    FlatOwners(Program program) {
        owners = new int[program.flatLength()];
        rewritten = new Bits(owners.length);
        Arrays.fill(owners, NOBODY);
        for (int c = 0; c < program.constants().length; c++) {
            owners[c] = program.inputs() + c;
        }
        Bits written = findRewritten(program.code());
        PlanFault.unless(!written.any(0, program.constants().length), "a result is written over a constant");
        int[] loads = program.loads();
        for (int i = 0; i < loads.length; i += 3) {
            int position = loads[i + 1];
            PlanFault.unless(
                    loads[i] >= 0 && loads[i + 2] >= 0 && loads[i] <= program.inputs() - loads[i + 2],
                    "inputs are copied that do not exist");
            PlanFault.unless(!written.any(position, position + loads[i + 2]), "a result is written over an input");
            copyInputs(loads[i], position, loads[i + 2]);
        }
    }

    private void copyInputs(int input, int position, int n) {
        boolean free = true;
        for (int i = 0; i < n; i++) {
            free &= owners[position + i] == NOBODY;
            owners[position + i] = input + i;
        }
        PlanFault.unless(free, "an input is copied over a constant or another input");
    }

    /** Looks ahead for positions that several results are written to, and returns those of any. */
    private Bits findRewritten(int[] code) {
        Bits written = new Bits(owners.length);
        for (int at = 0; at < code.length; at += Program.WIDTH) {
            int kind = code[at] & Program.KIND_MASK;
            if (kind != Program.WINDOW && code[at + Program.RESULT] == Program.FLAT) {
                int from = code[at + Program.RESULT + 1];
                int to = from + (kind == Program.REDUCTION ? 1 : code[at + Program.LENGTH]);
                if (written.any(from, to)) {
                    rewritten.add(from, to);
                    anyRewritten = true;
                }
                written.add(from, to);
            }
        }
        return written;
    }

    /** Copies the owners of n positions at a stride. */
    void load(int[] nodes, int base, int stride, int n) {
        if (stride == 1) {
            System.arraycopy(owners, base, nodes, 0, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            nodes[i] = owners[base + i * stride];
        }
    }

    /** Copies the owners of n positions found through indices. */
    void gather(int[] nodes, int[] indices, int base, int n) {
        for (int i = 0; i < n; i++) {
            nodes[i] = owners[indices[base + i]];
        }
    }

    int owner(int position) {
        return owners[position];
    }

    /** Whether the reverse sweep may find something else at a position than the node that it belongs to now. */
    boolean isRewritten(int position) {
        return anyRewritten && rewritten.get(position);
    }

    /** Whether that holds for any position from one to before another. */
    boolean isRewritten(int from, int to) {
        return anyRewritten && rewritten.any(from, to);
    }

    /** Whether it holds for any position at all. */
    boolean anyRewritten() {
        return anyRewritten;
    }

    /** Gives successive positions to nodes. */
    void give(int position, int[] nodes, int n) {
        System.arraycopy(nodes, 0, owners, position, n);
    }

    /** Gives a position to a node. */
    void give(int position, int node) {
        owners[position] = node;
    }

    /** Takes successive positions from their owners. */
    void take(int position, int n) {
        for (int i = 0; i < n; i++) {
            owners[position + i] = NOBODY;
        }
    }
}
