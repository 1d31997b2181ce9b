package dev.gradgap.graph.schedule.proof;

import dev.gradgap.graph.schedule.program.Program;
import java.util.Arrays;

/**
 * Which run each register belongs to as a program goes on, and where the reverse sweep finds its values: the run whose
 * results were last written there, until an operand that assigns adjoints there has read them. There has to be such an
 * operand: the reverse sweep, which does not zero registers, would add to the adjoints of other results.
 */
final class RegisterOwners {

    private final Program program;
    private final int[][] nodes; // results that the sweep for adjoints leaves out stand as their complements
    private final int[] lengths; // 0 if a register is nobody's
    private final int[] extras; // where the values are, as in Program
    private final boolean[] repeated;
    private int storedEnd;
    private int windowStoredEnd;

    RegisterOwners(Program program) {
        this.program = program;
        nodes = new int[program.registers()][Program.REGISTER_LENGTH];
        lengths = new int[nodes.length];
        extras = new int[nodes.length];
        repeated = new boolean[nodes.length];
    }

    /** The nodes in a register, of which there have to be n. */
    int[] nodes(int register, int n) {
        PlanFault.unless(lengths[register] == n, "a register is read that is not, or no more, a run of this length");
        return nodes[register];
    }

    /** Whether what is in a register is computed again before the reverse sweep of its window. */
    boolean isRepeated(int register) {
        return repeated[register];
    }

    /** Whether the reverse sweep finds the values of a register where an operand or a result says. */
    boolean isStored(int register, int extra) {
        boolean computed = extra >= 0 && nodes[register][0] >= 0;
        boolean computedAgain = extra < Program.NOT_STORED && repeated[register];
        return extra == extras[register] && (computed || computedAgain);
    }

    /** Gives a register to the results of a run. */
    void give(int register, int[] results, int n, int extra, boolean isRepeated) {
        PlanFault.unless(lengths[register] == 0, "a register is overwritten whose adjoints no operand assigns");
        System.arraycopy(results, 0, nodes[register], 0, n);
        lengths[register] = n;
        extras[register] = extra;
        repeated[register] = isRepeated;
        if (extra >= 0) {
            PlanFault.unless(!isRepeated, "values computed again are stored with those that are not");
            PlanFault.unless(extra >= storedEnd, "stored values are overwritten");
            storedEnd = extra + n;
            PlanFault.unless(storedEnd <= program.storedLength(), "values are stored beyond the end");
        } else if (extra < Program.NOT_STORED && isRepeated) {
            int start = Program.NOT_STORED - 1 - extra;
            PlanFault.unless(start >= windowStoredEnd, "values stored for the window are overwritten");
            windowStoredEnd = start + n;
            PlanFault.unless(windowStoredEnd <= program.windowStoredLength(), "values are stored beyond the end");
        }
    }

    /** Takes a register from its owner. */
    void take(int register) {
        lengths[register] = 0;
    }

    /** Passes the border of a window, at which the reverse sweep computes values in any registers. */
    void border() {
        PlanFault.unless(
                Arrays.stream(lengths).allMatch(length -> length == 0),
                "a register is in use across a window's border, or no operand assigns its adjoints");
        windowStoredEnd = 0;
    }
}
