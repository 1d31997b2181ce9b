package dev.gradgap.engine.compiled.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.compiled.Traced;
import dev.gradgap.engine.compiled.maker.Contraction;
import dev.gradgap.engine.compiled.maker.Planner;
import dev.gradgap.engine.compiled.plan.Items;
import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.compiled.plan.Repetition;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.Tracer;
import dev.gradgap.graph.WrongPlanException;
import dev.gradgap.workload.program.maker.RandomPrograms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change of a plan that changes what is computed must be found: each number of each operand is changed once. */
@Tag("thorough")
class PlanCheckTest {

    private static final int PROGRAMS = 40;
    private static final int LARGEST = 3000; // items

    private static Stream<DifferentiableFunction> functions() {
        Stream<DifferentiableFunction> families = Stream.of(
                        "rosenbrock", "chain", "log-sum-exp", "mlp", "product", "tree")
                .map(family -> Traced.workload(family, 40).function());
        return Stream.concat(families, LongStream.range(0, PROGRAMS).mapToObj(RandomPrograms::of));
    }

    private static Optional<Planned> planned(DifferentiableFunction function, boolean products) {
        Items items = Contraction.of(Tracer.trace(function));
        if (items.count > LARGEST || items.count == 0) {
            return Optional.empty();
        }
        try {
            Plan plan = Planner.plan(items, Traced.LONGEST_STRAIGHT, products, 4);
            PlanCheck.verify(items, plan); // not of the items by depth
            return Optional.of(new Planned(items, plan));
        } catch (RefusedException | WrongPlanException e) {
            return Optional.empty();
        }
    }

    private record Planned(Items items, Plan plan) {}

    @ParameterizedTest
    @MethodSource("functions")
    void everyChangedOperandIsFound(DifferentiableFunction function) {
        planned(function, true).ifPresent(planned -> {
            List<Nest> nests = planned.plan.nests();
            for (int n = 0; n < nests.size(); n++) {
                Nest nest = nests.get(n);
                for (int j = 0; j < nest.size(); j++) {
                    for (Operand changed : changes(nest.first[j], nest)) {
                        assertFound(planned, n, with(nest, j, changed, nest.second[j], nest.codes[j]));
                    }
                    boolean second =
                            nest.isTerm(j) || Operation.of(nest.codes[j]).arity() == 2;
                    for (Operand changed : second ? changes(nest.second[j], nest) : List.<Operand>of()) {
                        assertFound(planned, n, with(nest, j, nest.first[j], changed, nest.codes[j]));
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyChangedOperationIsFound(DifferentiableFunction function) {
        planned(function, true).ifPresent(planned -> {
            List<Nest> nests = planned.plan.nests();
            for (int n = 0; n < nests.size(); n++) {
                Nest nest = nests.get(n);
                for (int j = 0; j < nest.size(); j++) {
                    if (!nest.isProduct(j)) {
                        byte other = nest.isTerm(j)
                                ? (byte) (Items.ADD_TERM + Items.SUBTRACT_TERM - nest.codes[j])
                                : (nest.codes[j] == Operation.SIN.code() ? Operation.COS : Operation.SIN).code();
                        assertFound(planned, n, with(nest, j, nest.first[j], nest.second[j], other));
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyChangedSlotIsFound(DifferentiableFunction function) {
        planned(function, true).ifPresent(planned -> {
            List<Nest> nests = planned.plan.nests();
            for (int n = 0; n < nests.size(); n++) {
                for (int j = 0; j < nests.get(n).size(); j++) {
                    if (nests.get(n).hasSlot(j)) {
                        for (int by : new int[] {-1, 1}) {
                            Nest changed = copy(nests.get(n));
                            changed.setSlot(j, changed.slot(j).base() + by);
                            assertFound(planned, n, changed);
                        }
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aLoopOfOneIterationMoreOrLessIsFound(DifferentiableFunction function) {
        planned(function, true).ifPresent(planned -> {
            List<Nest> nests = planned.plan.nests();
            for (int n = 0; n < nests.size(); n++) {
                Nest nest = nests.get(n);
                assertFound(planned, n, copy(nest, nest.count + 1, nest.rows));
                assertFound(planned, n, copy(nest, nest.count, nest.rows + 1));
                if (nest.count > 1) {
                    assertFound(planned, n, copy(nest, nest.count - 1, nest.rows));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aLoopLeftOutOrTakenTwiceIsFound(DifferentiableFunction function) {
        planned(function, true).ifPresent(planned -> {
            for (int n = 0; n < planned.plan.nests().size(); n++) {
                int left = n;
                List<Nest> without = new ArrayList<>(planned.plan.nests());
                without.remove(left);
                assertThatThrownBy(() -> PlanCheck.verify(planned.items, with(planned.plan, without)))
                        .isInstanceOf(WrongPlanException.class);
                List<Nest> twice = new ArrayList<>(planned.plan.nests());
                twice.add(left, twice.get(left));
                assertThatThrownBy(() -> PlanCheck.verify(planned.items, with(planned.plan, twice)))
                        .isInstanceOf(WrongPlanException.class);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyChangedOutputAndConstantIsFound(DifferentiableFunction function) {
        planned(function, true).ifPresent(planned -> {
            Plan plan = planned.plan;
            for (int j = 0; j < plan.outputs().length; j++) {
                Operand[] outputs = plan.outputs().clone();
                outputs[j] = outputs[j].home() == Home.LITERAL
                        ? Operand.literal(outputs[j].literal() + 1)
                        : Operand.element(outputs[j].home(), outputs[j].base() + 1, 0, 0);
                assertWrong(
                        planned,
                        new Plan(
                                plan.inputs(),
                                plan.sums(),
                                plan.slots(),
                                plan.tables(),
                                plan.nests(),
                                outputs,
                                plan.width()));
            }
            for (int c = 0; c < plan.tables().length; c++) {
                double[] tables = plan.tables().clone();
                tables[c] += 1;
                assertWrong(
                        planned,
                        new Plan(
                                plan.inputs(),
                                plan.sums(),
                                plan.slots(),
                                tables,
                                plan.nests(),
                                plan.outputs(),
                                plan.width()));
            }
        });
    }

    @Test
    void whatMayBeChangedIsAccepted() {
        long accepted = functions()
                .filter(function -> planned(function, true).isPresent())
                .count();
        assertThat(accepted).isGreaterThan(PROGRAMS / 2);
        functions().forEach(function -> planned(function, false)
                .ifPresent(planned -> assertThatCode(() -> PlanCheck.verify(planned.items, planned.plan))
                        .doesNotThrowAnyException()));
    }

    /** An operand with each of its numbers that matters in the nest changed, alone. */
    private static List<Operand> changes(Operand operand, Nest nest) {
        List<Operand> changes = new ArrayList<>();
        Consumer<Operand> add = changes::add;
        int base = operand.base();
        int rowStride = operand.rowStride();
        int stride = operand.stride();
        if (operand.home() == Home.TABLE) {
            return List.of(Operand.literal(1e300)); // other places may hold the same constants
        }
        if (operand.home() == Home.LITERAL) {
            add.accept(Operand.literal(operand.literal() + 1));
            add.accept(Operand.element(Home.INPUT, 0, 0, 0));
            return changes;
        }
        for (int by : new int[] {-1, 1}) {
            add.accept(same(operand, base + by, rowStride, stride));
            if (operand.home() != Home.BODY && nest.rows > 1) {
                add.accept(same(operand, base, rowStride + by, stride));
            }
            if (operand.home() != Home.BODY && nest.count > 1) {
                add.accept(same(operand, base, rowStride, stride + by));
            }
        }
        add.accept(Operand.literal(1e300));
        if (operand.isOwn()) {
            add.accept(Operand.element(operand.home(), base, rowStride, stride));
        }
        if (operand.producer() >= 0) {
            add.accept(operand.producedBy(operand.producer(), operand.distance() + 1));
        }
        return changes;
    }

    private static Operand same(Operand operand, int base, int rowStride, int stride) {
        Operand moved = Operand.element(operand.home(), base, rowStride, stride);
        if (operand.producer() == Operand.OWN_SUM) {
            return moved.asOwnSum();
        }
        return operand.isOwn() ? moved.producedBy(operand.producer(), operand.distance()) : moved;
    }

    private static void assertFound(Planned planned, int n, Nest changed) {
        List<Nest> nests = new ArrayList<>(planned.plan.nests());
        nests.set(n, changed);
        assertThatThrownBy(
                        () -> PlanCheck.verify(planned.items, with(planned.plan, nests)),
                        difference(changed, planned.plan.nests().get(n)))
                .isInstanceOf(WrongPlanException.class);
    }

    private static String difference(Nest changed, Nest nest) {
        StringBuilder text = new StringBuilder(nest.rows + " x " + nest.count + " x " + nest.size());
        for (int j = 0; j < nest.size(); j++) {
            if (changed.codes[j] != nest.codes[j]) {
                text.append(", position ").append(j).append(": code ").append(changed.codes[j]);
            }
            if (!changed.first[j].equals(nest.first[j])) {
                text.append(", position ").append(j).append(": ").append(changed.first[j]);
                text.append(" instead of ").append(nest.first[j]);
            }
            if (!changed.second[j].equals(nest.second[j])) {
                text.append(", position ").append(j).append(": second ").append(changed.second[j]);
                text.append(" instead of ").append(nest.second[j]);
            }
        }
        return text.toString();
    }

    private static void assertWrong(Planned planned, Plan plan) {
        assertThatThrownBy(() -> PlanCheck.verify(planned.items, plan)).isInstanceOf(WrongPlanException.class);
    }

    private static Plan with(Plan plan, List<Nest> nests) {
        return new Plan(plan.inputs(), plan.sums(), plan.slots(), plan.tables(), nests, plan.outputs(), plan.width());
    }

    private static Nest copy(Nest nest) {
        return copy(nest, nest.count, nest.rows);
    }

    private static Nest copy(Nest nest, int count, int rows) {
        return new Nest(
                new Repetition(nest.start, nest.size(), count, rows),
                nest.codes,
                nest.first,
                nest.second,
                nest.product(),
                slots(nest));
    }

    private static Nest with(Nest nest, int j, Operand first, Operand second, byte code) {
        byte[] codes = nest.codes.clone();
        Operand[] firsts = nest.first.clone();
        Operand[] seconds = nest.second.clone();
        codes[j] = code;
        firsts[j] = first;
        seconds[j] = second;
        Repetition repetition = new Repetition(nest.start, nest.size(), nest.count, nest.rows);
        return new Nest(repetition, codes, firsts, seconds, nest.product(), slots(nest));
    }

    private static int[] slots(Nest nest) {
        return IntStream.range(0, nest.size())
                .map(j -> nest.hasSlot(j) ? nest.slot(j).base() : Nest.NO_SLOT)
                .toArray();
    }
}
