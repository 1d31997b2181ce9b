package dev.gradgap.engine.compiled.proof;

import dev.gradgap.engine.compiled.plan.Access;
import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.compiled.plan.ReversePlan;
import dev.gradgap.engine.compiled.plan.Vectorization;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.WrongPlanException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Proves the adjoint plan before any code is made of it. {@link PlanCheck} has proved that every operand is the node that
 * the graph names, and adjoints have the same places as values; what is left is when shares are handed over.
 *
 * <ul>
 *   <li>Every edge of a nest hands over its share once, when the adjoint that it is a share of is complete: the nest is
 *       swept as planned and in the plain way, {@link AdjointSimulation}, and both must agree. The body and its strides
 *       are the same for all iterations, so that the first few stand for all: as many as fill two vectors, leave some
 *       over, and lie between a value and its last reader.
 *   <li>An input's adjoint is assigned before anything is added to it, or zero before: {@link InputAdjointCheck}.
 *   <li>Every value that the sweep reads is kept: {@link KeptValuesCheck}.
 * </ul>
 */
public final class AdjointCheck {

    private static final int FARTHEST = 64; // iterations between a value and its readers

    private final Graph graph;
    private final Plan plan;
    private final ReversePlan reverse;

    private AdjointCheck(Graph graph, Plan plan, ReversePlan reverse) {
        this.graph = graph;
        this.plan = plan;
        this.reverse = reverse;
    }

    /**
     * Checks an adjoint plan.
     *
     * @throws WrongPlanException if it would hand over anything else than each share once and in time
     */
    public static void verify(Graph graph, Plan plan, ReversePlan reverse) {
        AdjointCheck check = new AdjointCheck(graph, plan, reverse);
        for (int n = 0; n < plan.nests().size(); n++) {
            check.shares(n);
        }
        InputAdjointCheck.fault(plan, reverse).ifPresent(check::fail);
        KeptValuesCheck.fault(plan, reverse).ifPresent(check::fail);
    }

    private void fail(String fault) {
        throw new WrongPlanException(graph, fault);
    }

    private void shares(int n) {
        Nest nest = plan.nests().get(n);
        int lanes = Vectorization.ofReverse(nest, plan.width());
        int rows = Math.min(nest.rows, 2);
        int count = Math.min(nest.count, 2 * lanes + 3 + farthest(nest));
        AdjointSimulation simulation = new AdjointSimulation(nest, rows, count, plan.slots());
        long[] planned = simulation.run(lanes, nest::access, reverse.assigned(n));
        // The plain way: everything at once and in the order of the items.
        long[] plain = simulation.run(1, operand -> Access.AT_ONCE, Optional.empty());
        int wrong = Arrays.mismatch(planned, plain);
        if (wrong >= 0) {
            long element = simulation.element(wrong);
            fail("the reverse sweep over the loop from item " + nest.start + " on leaves "
                    + (element < 0 ? "input " + (-1 - element) : "slot " + element) + " with a wrong adjoint");
        }
    }

    private static int farthest(Nest nest) {
        int farthest = 0;
        for (int j = 0; j < nest.size(); j++) {
            farthest = Math.max(farthest, Math.max(nest.first[j].distance(), nest.second[j].distance()));
        }
        return Math.min(farthest, FARTHEST);
    }
}
