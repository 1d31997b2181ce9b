package dev.gradgap.run;

import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.journal.PlannedCell;
import java.util.List;
import java.util.stream.IntStream;

/** The cells that a run measures first, because its main claim rests on them. */
final class Leading {

    private Leading() {}

    /**
     * The positions of the gradients at the largest size, one tangent a pass, of the technologies that have both modes to compare.
     *
     * @return in the order of the plan; none if the plan has hardly any others
     */
    static List<Integer> cells(List<PlannedCell> plan) {
        int most = plan.stream()
                .filter(Leading::isGradient)
                .mapToInt(PlannedCell::inputs)
                .max()
                .orElse(0);
        List<Integer> leading = IntStream.range(0, plan.size())
                .filter(index -> isGradient(plan.get(index)) && plan.get(index).inputs() == most)
                .boxed()
                .toList();
        return 2 * leading.size() <= plan.size() ? leading : List.of();
    }

    private static boolean isGradient(PlannedCell cell) {
        return cell.operator() == Operator.GRADIENT
                && cell.tangentsPerPass() == 1
                && cell.technology() != Technology.REFERENCE;
    }
}
