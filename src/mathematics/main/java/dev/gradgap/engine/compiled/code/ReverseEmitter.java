package dev.gradgap.engine.compiled.code;

import dev.gradgap.engine.compiled.plan.Access;
import dev.gradgap.engine.compiled.plan.Items;
import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import dev.gradgap.engine.compiled.plan.Partials;
import dev.gradgap.engine.compiled.plan.ReverseNeeds;
import dev.gradgap.engine.compiled.plan.Vectorization;
import dev.gradgap.graph.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes the reverse sweep over a nest, iterations from the last to the first. Cheap values are computed again, others
 * loaded from their slots; the adjoints of a body's items live in local variables, those that several iterations of a
 * row add to are summed up in one.
 *
 * <p>Parameters of the method: point, slots, tables, the adjoints of the slots, the adjoints of the inputs.
 */
final class ReverseEmitter extends NestEmitter {

    static final String DESCRIPTOR = "([D[D[D[D[D)V";

    private static final int POINT = 0;
    private static final int SLOTS = 1;
    private static final int TABLES = 2;
    private static final int SLOT_ADJOINTS = 3;
    private static final int INPUT_ADJOINTS = 4;
    private static final int PARAMETERS = 5;

    /** Stands for accumulators, apart from the arrays that they are added to. */
    private static final int ACCUMULATORS = -1;

    private final ReverseNeeds needs;
    private final int adjointSlots;
    private final Optional<Operand> assigned;
    private final Map<Integer, Carried> carried = new LinkedHashMap<>(); // by the item

    /**
     * The share of an item's adjoint that comes from the next iteration.
     *
     * @param arriving the local variable with the share that the next iteration has handed back
     * @param leaving that in which this iteration collects what it hands back to the one before
     */
    private record Carried(int arriving, int leaving) {}

    /**
     * An emitter.
     *
     * @param adjointSlots the number of slots with adjoints, which are the first
     * @param assigned the inputs whose adjoints get their first share here, which is assigned instead of added
     * @param width the numbers in a vector; 1 if there are none
     */
    ReverseEmitter(
            Nest nest,
            MethodVisitor code,
            ReverseNeeds needs,
            int adjointSlots,
            Optional<Operand> assigned,
            int width) {
        super(nest, code, DESCRIPTOR, PARAMETERS, Vectorization.ofReverse(nest, width));
        this.needs = needs;
        this.adjointSlots = adjointSlots;
        this.assigned = assigned;
    }

    void emit() {
        descending();
        code.visitInsn(RETURN);
    }

    @Override
    int array(Home home) {
        return switch (home) {
            case INPUT -> POINT;
            case SLOT -> SLOTS;
            default -> TABLES;
        };
    }

    private static int adjoints(Home home) {
        return home == Home.INPUT ? INPUT_ADJOINTS : SLOT_ADJOINTS;
    }

    /** The operands outside the body whose adjoints all iterations of a row add to. */
    private Set<Operand> fixedTargets() {
        Set<Operand> targets = new LinkedHashSet<>();
        for (int j = 0; j < nest.size(); j++) {
            addFixedTarget(nest.first[j], targets);
            if (!nest.isTerm(j)) {
                addFixedTarget(nest.second[j], targets);
            }
        }
        return targets;
    }

    private void addFixedTarget(Operand operand, Set<Operand> targets) {
        if (!operand.isConstant() && isShared(operand)) {
            targets.add(operand);
        }
    }

    @Override
    void beforeRow() {
        for (int j = 0; j < nest.size(); j++) {
            prepare(nest.first[j]);
            if (nest.isTerm(j)) {
                if (!nest.isProduct(j) && isShared(nest.second[j])) {
                    loadFixed(SLOT_ADJOINTS, 0, nest.second[j]);
                }
            } else {
                prepare(nest.second[j]);
            }
        }
        nest.product()
                .ifPresent(product -> new ProductEmitter(product, this).start(ACCUMULATORS, SLOTS, SLOT_ADJOINTS));
        for (Operand target : fixedTargets()) {
            zeroFixed(ACCUMULATORS, 0, target);
        }
    }

    private void prepare(Operand operand) {
        if (isShared(operand)) {
            loadFixed(array(operand.home()), 0, operand);
        }
    }

    @Override
    void beforeIterations() {
        for (int j = 0; j < nest.size(); j++) {
            carry(nest.first[j]);
            carry(nest.second[j]);
        }
    }

    private void carry(Operand operand) {
        if (nest.access(operand) == Access.CARRIED && !carried.containsKey(operand.producer())) {
            scalars.constant(0);
            int arriving = scalars.keep();
            scalars.constant(0);
            carried.put(operand.producer(), new Carried(arriving, scalars.keep()));
        }
    }

    @Override
    void afterRow() {
        nest.product().ifPresent(product -> new ProductEmitter(product, this).check(ACCUMULATORS, SLOTS));
        carried.forEach((item, share) -> {
            code.visitVarInsn(ALOAD, SLOT_ADJOINTS);
            constant(nest.slot(item).base() - 1);
            code.visitInsn(DUP2);
            scalars.element();
            scalars.load(share.leaving());
            scalars.add();
            code.visitInsn(DASTORE);
        });
        for (Operand target : fixedTargets()) {
            flushFixed(ACCUMULATORS, adjoints(target.home()), 0, target, isAssigned(target));
        }
    }

    private boolean isAssigned(Operand target) {
        return assigned.isPresent() && assigned.get().equals(target);
    }

    @Override
    void body(Lanes lanes) {
        new Body(lanes).emit();
    }

    /** One iteration, or one vector of them. */
    private final class Body {

        private final Lanes lanes;
        private final int[] values = new int[nest.size()];
        private final int[] itemAdjoints = new int[nest.size()];
        private final Map<Operand, Integer> loaded = new HashMap<>();
        private final Map<Operand, Integer> loadedAdjoints = new HashMap<>();
        private final Map<Operand, Integer> pending = new HashMap<>();

        Body(Lanes lanes) {
            this.lanes = lanes;
            Arrays.fill(values, Lanes.NONE);
            Arrays.fill(itemAdjoints, Lanes.NONE);
        }

        void emit() {
            carried.values().forEach(share -> {
                lanes.load(share.leaving());
                lanes.store(share.arriving());
                lanes.constant(0);
                lanes.store(share.leaving());
            });
            for (int j = nest.size() - 1; j >= 0; j--) {
                if (nest.isProduct(j)) {
                    factor(j);
                } else if (nest.isTerm(j)) {
                    term(j);
                } else {
                    operation(j);
                }
            }
            flush();
        }

        /** The adjoint of a factor is the product of all others times the product's: those before, and those after. */
        private void factor(int j) {
            int after = fixed(ACCUMULATORS, 0, nest.second[j], lanes);
            int factor = value(nest.first[j]);
            if (!nest.first[j].isConstant()) {
                contribute(nest.first[j], after, element(SLOTS, nest.slot(j)), false);
            }
            lanes.load(after);
            lanes.load(factor);
            lanes.multiply();
            lanes.store(after);
        }

        private void term(int j) {
            Operand operand = nest.first[j];
            if (!operand.isConstant()) {
                int sum = sumAdjoint(nest.second[j]);
                contribute(operand, sum, Lanes.NONE, nest.codes[j] == Items.SUBTRACT_TERM);
            }
        }

        private int sumAdjoint(Operand target) {
            return switch (nest.access(target)) {
                case ROW -> fixed(SLOT_ADJOINTS, 0, target, lanes);
                case ITERATION -> loadedAdjoints.computeIfAbsent(target, key -> element(SLOT_ADJOINTS, key));
                default -> element(SLOT_ADJOINTS, target);
            };
        }

        private int element(int array, Operand operand) {
            place(array, 0, operand);
            lanes.element();
            return lanes.keep();
        }

        private void operation(int j) {
            int adjoint = adjoint(j);
            if (adjoint == Lanes.NONE) {
                return;
            }
            Operation operation = Operation.of(nest.codes[j]);
            boolean wantFirst = needs.wantsFirst(j);
            boolean wantSecond = needs.wantsSecond(j);
            int firstPartial = Lanes.NONE;
            int secondPartial = Lanes.NONE;
            if (!Partials.areUnits(operation)) {
                int x = needs.readsFirst(j) ? value(nest.first[j]) : Lanes.NONE;
                int y = needs.readsSecond(j) ? value(nest.second[j]) : Lanes.NONE;
                int value = needs.readsValue(j) ? value(j) : Lanes.NONE;
                firstPartial = wantFirst ? lanes.newLocal() : Lanes.NONE;
                secondPartial = wantSecond ? lanes.newLocal() : Lanes.NONE;
                lanes.partials(operation, x, y, value, firstPartial, secondPartial);
            }
            if (wantFirst) {
                contribute(nest.first[j], adjoint, firstPartial, Partials.isNegative(operation, false));
            }
            if (wantSecond) {
                contribute(nest.second[j], adjoint, secondPartial, Partials.isNegative(operation, true));
            }
        }

        /** The adjoint of an item, complete; no local variable if nothing depends on the item. */
        private int adjoint(int j) {
            if (!nest.hasSlot(j) || nest.slot(j).base() >= adjointSlots) {
                return itemAdjoints[j];
            }
            place(SLOT_ADJOINTS, 0, nest.slot(j));
            lanes.element();
            if (itemAdjoints[j] != Lanes.NONE) {
                lanes.load(itemAdjoints[j]);
                lanes.add();
            }
            if (carried.containsKey(j)) {
                lanes.load(carried.get(j).arriving());
                lanes.add();
            }
            return lanes.keep();
        }

        /** Adds an adjoint times a partial, which may be missing for 1 or -1, to the adjoint of an operand. */
        private void contribute(Operand operand, int adjoint, int partial, boolean negative) {
            switch (nest.access(operand)) {
                case BODY ->
                    itemAdjoints[operand.base()] = plus(itemAdjoints[operand.base()], adjoint, partial, negative);
                case CARRIED -> plusInto(carried.get(operand.producer()).leaving(), adjoint, partial, negative);
                case ROW -> plusInto(fixed(ACCUMULATORS, 0, operand, lanes), adjoint, partial, negative);
                case ITERATION ->
                    pending.put(operand, plus(pending.getOrDefault(operand, Lanes.NONE), adjoint, partial, negative));
                case AT_ONCE -> addToMemory(operand, plus(Lanes.NONE, adjoint, partial, negative));
            }
        }

        private void plusInto(int sum, int adjoint, int partial, boolean negative) {
            plusInto(sum, sum, adjoint, partial, negative);
        }

        private void addToMemory(Operand operand, int share) {
            int array = adjoints(operand.home());
            place(array, 0, operand);
            lanes.element();
            lanes.load(share);
            lanes.add();
            lanes.store(share);
            place(array, 0, operand);
            lanes.storeElement(share);
        }

        private int plus(int sum, int adjoint, int partial, boolean negative) {
            int result = lanes.newLocal();
            plusInto(result, sum, adjoint, partial, negative);
            return result;
        }

        private void plusInto(int result, int sum, int adjoint, int partial, boolean negative) {
            if (sum != Lanes.NONE) {
                lanes.load(sum);
            }
            lanes.load(adjoint);
            if (partial != Lanes.NONE) {
                lanes.load(partial);
                lanes.multiply();
            }
            if (sum == Lanes.NONE) {
                if (negative) {
                    lanes.negate();
                }
            } else if (negative) {
                lanes.subtract();
            } else {
                lanes.add();
            }
            lanes.store(result);
        }

        private int value(Operand operand) {
            return switch (nest.access(operand)) {
                case BODY -> value(operand.base());
                case ROW -> fixed(array(operand.home()), 0, operand, lanes);
                default -> loaded.computeIfAbsent(operand, key -> element(array(key.home()), key));
            };
        }

        private int value(int j) {
            if (values[j] == Lanes.NONE) {
                if (needs.isComputedAgain(j)) {
                    int x = value(nest.first[j]);
                    int y = value(nest.second[j]);
                    lanes.value(Operation.of(nest.codes[j]), x, y);
                    values[j] = lanes.keep();
                } else {
                    values[j] = element(SLOTS, nest.slot(j));
                }
            }
            return values[j];
        }

        /** Adds to the adjoints in memory, the lowest element first: an assignment must not follow an addition. */
        private void flush() {
            List<Operand> targets = new ArrayList<>(pending.keySet());
            targets.sort(Comparator.comparing((Operand target) -> target.home()).thenComparingInt(Operand::base));
            for (Operand target : targets) {
                int share = pending.get(target);
                if (isAssigned(target)) {
                    place(adjoints(target.home()), 0, target);
                    lanes.storeElement(share);
                } else {
                    addToMemory(target, share);
                }
            }
        }
    }
}
