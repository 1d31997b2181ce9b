package dev.gradgap.engine.compiled.proof;

import dev.gradgap.engine.compiled.plan.Items;
import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.WrongPlanException;
import java.util.Arrays;

/**
 * Proves a plan before any code is made of it: unrolls every nest on the graph's node numbers instead of values, and
 * compares it with the graph, operation by operation and operand by operand.
 *
 * <ul>
 *   <li>Every operation of the graph is computed once, or is part of a sum.
 *   <li>Every operand is the very node that the graph names, computed before it is read: in the same iteration, in an
 *       earlier one of the same nest, as many iterations earlier as the plan says, or in an earlier nest.
 *   <li>A sum has all its terms, each once and with its sign, before it is read; what a nest both adds to and reads is
 *       marked so.
 *   <li>A running product multiplies what the graph does, and nothing else reads what is between.
 * </ul>
 *
 * <p>The terms of a sum may come in any order, so that sums are compared by a random number for each term, added up
 * modulo 2<sup>64</sup>: a wrong sum passes with probability 2<sup>-64</sup>. All else is compared exactly.
 *
 * <p>Time is linear in the operations, a few nanoseconds each; memory is 4 bytes an operation, 4 a slot and 20 a sum.
 *
 * <p>Source: translation validation, G. C. Necula, Translation validation for an optimizing compiler, PLDI 2000; J.-B.
 * Tristan, P. Govereau, G. Morrisett, Evaluating value-graph translation validation for LLVM, PLDI 2011.
 */
public final class PlanCheck {

    private PlanCheck() {}

    /**
     * Compares a plan with the graph it was made of.
     *
     * @throws WrongPlanException if it computes anything else
     */
    public static void verify(Items items, Plan plan) {
        try {
            compare(items, plan);
        } catch (IndexOutOfBoundsException e) {
            throw new WrongPlanException(items.graph, "it names a place that does not exist: " + e.getMessage());
        }
    }

    private static void compare(Items items, Plan plan) {
        Graph graph = items.graph;
        SumCheck sums = new SumCheck(items);
        int[] slotNodes = new int[plan.slots()];
        Arrays.fill(slotNodes, items.sums, slotNodes.length, NestCheck.NOTHING);
        for (int s = 0; s < items.sums; s++) {
            slotNodes[s] = graph.firstOperationNode() + items.roots[s];
        }
        int next = 0;
        for (int n = 0; n < plan.nests().size(); n++) {
            Nest nest = plan.nests().get(n);
            int end = nest.start + nest.size() * nest.iterations();
            if (nest.start != next || end > items.count) {
                throw new WrongPlanException(
                        graph, "loop " + n + " has items " + nest.start + " to " + end + " instead of " + next + " on");
            }
            next = end;
            new NestCheck(items, plan, n, sums, slotNodes).run();
        }
        if (next != items.count) {
            throw new WrongPlanException(graph, "only " + next + " of " + items.count + " items are in loops");
        }
        for (int j = 0; j < plan.outputs().length; j++) {
            if (!isOutput(graph, plan.outputs()[j], graph.output(j), slotNodes)) {
                throw new WrongPlanException(graph, "output " + j + " is not node " + graph.output(j));
            }
        }
        sums.requireComplete();
    }

    private static boolean isOutput(Graph graph, Operand place, int node, int[] slotNodes) {
        return switch (place.home()) {
            case INPUT -> place.base() == node && node < graph.inputs();
            case SLOT -> slotNodes[place.base()] == node;
            case LITERAL -> NestCheck.isConstant(graph, node, place.literal());
            default -> false;
        };
    }
}
