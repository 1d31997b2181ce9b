package dev.gradgap.graph.schedule.proof;

import dev.gradgap.graph.schedule.program.Bits;

/**
 * Which inputs are left to themselves as a program goes on: those that no operand that assigns their adjoints has read. In
 * the end each input has to have been read by one, or to be zeroed before the reverse sweep, which would else add to what
 * the caller's array held.
 */
final class InputOwners {

    private final int inputs;
    private final Bits taken;

    InputOwners(int inputs) {
        this.inputs = inputs;
        taken = new Bits(inputs);
    }

    /** The nodes of n inputs at a stride. */
    void load(int[] nodes, int base, int stride, int n) {
        long last = base + (long) (n - 1) * stride;
        PlanFault.unless(base >= 0 && base < inputs && last >= 0 && last < inputs, "inputs are read that do not exist");
        for (int i = 0; i < n; i++) {
            nodes[i] = base + i * stride;
        }
        boolean late = stride == 1 && taken.any(base, base + n);
        for (int i = 0; i < n && stride != 1; i++) {
            late |= taken.get(nodes[i]);
        }
        PlanFault.unless(!late, "an input is read after an operand that assigns its adjoint");
    }

    /** Takes successive inputs. */
    void take(int base, int n) {
        taken.add(base, base + n);
    }

    /** Checks that the adjoints of all inputs are assigned or zeroed. */
    void finish(int[] zeros) {
        for (int i = 0; i < zeros.length; i += 2) {
            PlanFault.unless(
                    zeros[i] >= 0 && zeros[i] <= zeros[i + 1] && zeros[i + 1] <= inputs,
                    "adjoints are zeroed that do not exist");
            taken.add(zeros[i], zeros[i + 1]);
        }
        PlanFault.unless(taken.size() == inputs, "the adjoint of an input is neither assigned nor zeroed");
    }
}
