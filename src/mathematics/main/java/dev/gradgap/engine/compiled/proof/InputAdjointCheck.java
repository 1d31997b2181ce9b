package dev.gradgap.engine.compiled.proof;

import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.compiled.plan.ReversePlan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Whether every adjoint of an input is set once, by an assignment or to zero, before anything is added to it. */
final class InputAdjointCheck {

    private final Plan plan;
    private final ReversePlan reverse;
    private final BitSet set;

    private InputAdjointCheck(Plan plan, ReversePlan reverse) {
        this.plan = plan;
        this.reverse = reverse;
        set = new BitSet(plan.inputs());
    }

    /** What is wrong, if anything. */
    static Optional<String> fault(Plan plan, ReversePlan reverse) {
        return new InputAdjointCheck(plan, reverse).run();
    }

    private Optional<String> run() {
        for (ReversePlan.Gap gap : reverse.gaps()) {
            set.set(gap.from(), gap.to());
        }
        for (int n = plan.nests().size() - 1; n >= 0; n--) {
            Nest nest = plan.nests().get(n);
            List<Operand> shares = shares(nest);
            Optional<Operand> assigned = reverse.assigned(n);
            if (assigned.isPresent()) {
                Operand first = assigned.get();
                boolean contiguous = first.isContiguous(nest.rows, nest.count);
                int low = first.lowest(nest.rows, nest.count);
                int high = first.highest(nest.rows, nest.count);
                if (!shares.contains(first) || !contiguous || !isUnset(low, high)) {
                    return Optional.of("the adjoints of the inputs from " + low + " to " + high
                            + " are assigned by the loop from item " + nest.start + " on, but not for the first time");
                }
                set.set(low, high + 1);
            }
            for (Operand operand : shares) {
                if (!isSet(nest, operand)) {
                    return Optional.of("the loop from item " + nest.start + " on adds to adjoints of inputs from "
                            + operand.base() + " on that nothing has set");
                }
            }
        }
        return set.cardinality() == plan.inputs() ? Optional.empty() : Optional.of("some input's adjoint is never set");
    }

    private boolean isUnset(int low, int high) {
        int next = set.nextSetBit(low);
        return next < 0 || next > high;
    }

    private boolean isSet(Nest nest, Operand operand) {
        for (int row = 0; row < nest.rows; row++) {
            int element = operand.base() + row * operand.rowStride();
            if (operand.stride() == 1) {
                if (set.nextClearBit(element) < element + nest.count) {
                    return false;
                }
                continue;
            }
            for (int t = 0; t < nest.count; t++, element += operand.stride()) {
                if (!set.get(element)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The inputs among the operands of items that have an adjoint. */
    private List<Operand> shares(Nest nest) {
        boolean[] hasAdjoint = new boolean[nest.size()];
        List<Operand> inputs = new ArrayList<>();
        for (int j = nest.size() - 1; j >= 0; j--) {
            hasAdjoint[j] |= nest.isTerm(j) || (nest.hasSlot(j) && nest.slot(j).base() < plan.slots());
            if (hasAdjoint[j]) {
                share(nest.first[j], hasAdjoint, inputs);
                share(nest.second[j], hasAdjoint, inputs);
            }
        }
        return inputs;
    }

    private static void share(Operand operand, boolean[] hasAdjoint, List<Operand> inputs) {
        if (operand.home() == Home.BODY) {
            hasAdjoint[operand.base()] = true;
        } else if (operand.home() == Home.INPUT && !inputs.contains(operand)) {
            inputs.add(operand);
        }
    }
}
