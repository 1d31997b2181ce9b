package dev.gradgap.engine.compiled;

import dev.gradgap.engine.compiled.Operand.Home;
import dev.gradgap.graph.Operation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes the evaluation of a nest, with any number of tangents.
 *
 * <p>Parameters of the method: point, slots, tables; with tangents also the tangents of the slots (tangent t of slot s at
 * {@code t * slots + s}), the direction, the range of rows or iterations, and the first seeded input.
 */
final class ForwardEmitter extends NestEmitter {

    static final String VALUES = "([D[D[D)V";
    static final String TANGENTS = "([D[D[D[D[DIII)V";

    private static final int POINT = 0;
    private static final int SLOTS = 1;
    private static final int TABLES = 2;
    private static final int SLOT_TANGENTS = 3;
    private static final int DIRECTION = 4;
    private static final int FROM = 5;
    private static final int TO = 6;
    private static final int FIRST_SEED = 7;
    private static final int PARAMETERS = 8;

    /** Stands for the sums' accumulators, apart from the slots that they are added to. */
    private static final int ACCUMULATORS = -1;

    private static final int TANGENT_ACCUMULATORS = -2;

    private final boolean[] wanted;
    private final boolean[] stored;
    private final int tangents;
    private final int slots;
    private final Seeds seeds;
    private final boolean[] active;
    private final Map<Operand, int[]> handedOn = new LinkedHashMap<>(); // value and tangents

    /**
     * An emitter.
     *
     * @param wanted the items to compute
     * @param stored the items to keep in their slots
     * @param tangents how many tangents to carry
     * @param slots the number of slots with tangents
     */
    ForwardEmitter(
            Nest nest, MethodVisitor code, boolean[] wanted, boolean[] stored, int tangents, int slots, Seeds seeds) {
        super(nest, code, PARAMETERS, 1 + activeShare(nest, tangents, seeds), seeds != Seeds.ONE_HOT);
        this.wanted = wanted;
        this.stored = stored;
        this.tangents = tangents;
        this.slots = slots;
        this.seeds = seeds;
        active = activity(nest, tangents, seeds);
    }

    /** Which items have tangents that are not known to be zero. */
    private static boolean[] activity(Nest nest, int tangents, Seeds seeds) {
        boolean[] active = new boolean[nest.size()];
        for (int j = 0; j < active.length && tangents > 0; j++) {
            active[j] = isActive(nest.first[j], active, seeds)
                    || (!nest.isTerm(j) && isActive(nest.second[j], active, seeds));
        }
        return active;
    }

    private static boolean isActive(Operand operand, boolean[] active, Seeds seeds) {
        return switch (operand.home()) {
            case INPUT -> seeds != Seeds.NONE;
            case SLOT -> true;
            case BODY -> active[operand.base()];
            case TABLE, LITERAL -> false;
        };
    }

    private static int activeShare(Nest nest, int tangents, Seeds seeds) {
        int count = 0;
        for (boolean item : activity(nest, tangents, seeds)) {
            count += item ? tangents : 0;
        }
        return (count + nest.size() - 1) / nest.size();
    }

    void emit() {
        if (tangents == 0) {
            ascending();
        } else {
            ascending(FROM, TO);
        }
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

    private boolean isActive(Operand operand) {
        return tangents > 0 && isActive(operand, active, seeds);
    }

    private Set<Operand> fixedTargets() {
        Set<Operand> targets = new LinkedHashSet<>();
        for (int j = 0; j < nest.size(); j++) {
            if (wanted[j] && nest.isTerm(j) && !nest.isProduct(j) && isFixed(nest.second[j])) {
                targets.add(nest.second[j]);
            }
        }
        return targets;
    }

    @Override
    void beforeRow() {
        for (int j = 0; j < nest.size(); j++) {
            if (wanted[j]) {
                prepare(nest.first[j]);
                if (!nest.isTerm(j)) {
                    prepare(nest.second[j]);
                }
            }
        }
        for (int j = 0; j < nest.size(); j++) {
            if (nest.isProduct(j)) {
                oneFixed(ACCUMULATORS, nest.second[j]);
            }
        }
        for (Operand target : fixedTargets()) {
            zeroFixed(ACCUMULATORS, 0, target);
            for (int t = 0; t < tangents; t++) {
                zeroFixed(TANGENT_ACCUMULATORS, t * slots, target);
            }
        }
    }

    private void prepare(Operand operand) {
        if (operand.home() == Home.BODY || !isFixed(operand)) {
            return;
        }
        loadFixed(array(operand.home()), 0, operand);
        if (isActive(operand) && operand.home() == Home.SLOT) {
            for (int t = 0; t < tangents; t++) {
                loadFixed(SLOT_TANGENTS, t * slots, operand);
            }
        }
        if (isActive(operand) && operand.home() == Home.INPUT && seeds == Seeds.DIRECTION) {
            loadFixed(DIRECTION, 0, operand);
        }
    }

    /** What an iteration takes from the one before stays in local variables. */
    @Override
    void beforeIterations() {
        for (int j = 0; j < nest.size(); j++) {
            if (wanted[j]) {
                takeOver(nest.first[j]);
                takeOver(nest.second[j]);
            }
        }
    }

    private void takeOver(Operand operand) {
        if (nest.handedOn(operand) == Nest.NO_SLOT || handedOn.containsKey(operand)) {
            return;
        }
        int[] locals = new int[1 + tangents];
        for (int t = -1; t < tangents; t++) {
            place(t < 0 ? SLOTS : SLOT_TANGENTS, Math.max(0, t) * slots, operand);
            scalars.element();
            locals[1 + t] = scalars.keep();
        }
        handedOn.put(operand, locals);
    }

    @Override
    void afterRow() {
        for (int j = 0; j < nest.size(); j++) {
            if (nest.isProduct(j)) {
                RunningProduct.emitEnd(this, j, ACCUMULATORS, SLOTS, stored[j]);
            }
        }
        for (Operand target : fixedTargets()) {
            flushFixed(ACCUMULATORS, SLOTS, 0, target, false);
            for (int t = 0; t < tangents; t++) {
                flushFixed(TANGENT_ACCUMULATORS, SLOT_TANGENTS, t * slots, target, false);
            }
        }
    }

    @Override
    void body(Lanes lanes) {
        new Body(lanes).emit();
    }

    /** One iteration, or one vector of them. */
    private final class Body {

        private final Lanes lanes;
        private final int[] values = new int[nest.size()];
        private final int[][] itemTangents = new int[nest.size()][];
        private final Map<Operand, Integer> loaded = new HashMap<>();
        private final Map<Operand, int[]> loadedTangents = new HashMap<>();

        Body(Lanes lanes) {
            this.lanes = lanes;
            Arrays.fill(values, Lanes.NONE);
        }

        void emit() {
            for (int j = 0; j < nest.size(); j++) {
                if (wanted[j]) {
                    if (nest.isProduct(j)) {
                        factor(j);
                    } else if (nest.isTerm(j)) {
                        term(j);
                    } else {
                        operation(j);
                    }
                }
            }
            handedOn.forEach(this::handOn);
        }

        private void handOn(Operand operand, int[] locals) {
            int item = nest.handedOn(operand);
            lanes.load(values[item]);
            lanes.store(locals[0]);
            for (int t = 0; t < tangents; t++) {
                if (itemTangents[item] == null) {
                    lanes.constant(0);
                } else {
                    lanes.load(itemTangents[item][t]);
                }
                lanes.store(locals[1 + t]);
            }
        }

        private void term(int j) {
            boolean negative = nest.codes[j] == Items.SUBTRACT_TERM;
            Operand target = nest.second[j];
            accumulate(ACCUMULATORS, SLOTS, 0, target, value(nest.first[j]), negative);
            if (isActive(nest.first[j])) {
                int[] terms = tangents(nest.first[j]);
                for (int t = 0; t < tangents; t++) {
                    accumulate(TANGENT_ACCUMULATORS, SLOT_TANGENTS, t * slots, target, terms[t], negative);
                }
            }
        }

        private void factor(int j) {
            int factor = value(nest.first[j]);
            int product = fixed(ACCUMULATORS, 0, nest.second[j], lanes);
            if (stored[j]) {
                place(SLOTS, 0, nest.slot(j));
                lanes.storeElement(product);
            }
            lanes.load(product);
            lanes.load(factor);
            lanes.multiply();
            lanes.store(product);
        }

        private void accumulate(int accumulators, int array, int offset, Operand target, int term, boolean negative) {
            int sum;
            if (isFixed(target)) {
                sum = fixed(accumulators, offset, target, lanes);
                lanes.load(sum);
            } else {
                place(array, offset, target);
                lanes.element();
                sum = lanes.newLocal();
            }
            lanes.load(term);
            if (negative) {
                lanes.subtract();
            } else {
                lanes.add();
            }
            lanes.store(sum);
            if (!isFixed(target)) {
                place(array, offset, target);
                lanes.storeElement(sum);
            }
        }

        private void operation(int j) {
            Operation operation = Operation.of(nest.codes[j]);
            int x = value(nest.first[j]);
            int y = value(nest.second[j]);
            lanes.value(operation, x, y);
            values[j] = lanes.keep();
            if (stored[j]) {
                place(SLOTS, 0, nest.slot(j));
                lanes.storeElement(values[j]);
            }
            if (tangents > 0) {
                operationTangents(j, operation, x, y);
                if (stored[j]) {
                    for (int t = 0; t < tangents; t++) {
                        place(SLOT_TANGENTS, t * slots, nest.slot(j));
                        lanes.storeElement(itemTangents[j] == null ? zero() : itemTangents[j][t]);
                    }
                }
            }
        }

        private int zero() {
            lanes.constant(0);
            return lanes.keep();
        }

        private void operationTangents(int j, Operation operation, int x, int y) {
            boolean first = isActive(nest.first[j]);
            boolean second = operation.arity() == 2 && isActive(nest.second[j]);
            if (!first && !second) {
                return;
            }
            int[] result = new int[tangents];
            int[] firstTangents = first ? tangents(nest.first[j]) : null;
            int[] secondTangents = second ? tangents(nest.second[j]) : null;
            int firstPartial = Lanes.NONE;
            int secondPartial = Lanes.NONE;
            if (!Partials.areUnits(operation)) {
                firstPartial = first ? lanes.newLocal() : Lanes.NONE;
                secondPartial = second ? lanes.newLocal() : Lanes.NONE;
                lanes.partials(operation, x, y, values[j], firstPartial, secondPartial);
            }
            for (int t = 0; t < tangents; t++) {
                if (first) {
                    share(operation, false, firstTangents[t], firstPartial);
                }
                if (second) {
                    share(operation, true, secondTangents[t], secondPartial);
                    if (first) {
                        lanes.add();
                    }
                }
                result[t] = lanes.keep();
            }
            itemTangents[j] = result;
        }

        private void share(Operation operation, boolean second, int tangent, int partial) {
            lanes.load(tangent);
            if (partial != Lanes.NONE) {
                lanes.load(partial);
                lanes.multiply();
            } else if (Partials.isNegative(operation, second)) {
                lanes.negate();
            }
        }

        private int value(Operand operand) {
            if (operand.home() == Home.BODY) {
                return values[operand.base()];
            }
            if (handedOn.containsKey(operand)) {
                return handedOn.get(operand)[0];
            }
            if (isFixed(operand)) {
                return fixed(array(operand.home()), 0, operand, lanes);
            }
            Integer local = loaded.get(operand);
            if (local == null) {
                local = element(array(operand.home()), 0, operand);
                loaded.put(operand, local);
            }
            return local;
        }

        private int element(int array, int offset, Operand operand) {
            place(array, offset, operand);
            lanes.element();
            return lanes.keep();
        }

        private int[] tangents(Operand operand) {
            if (operand.home() == Home.BODY) {
                return itemTangents[operand.base()];
            }
            if (handedOn.containsKey(operand)) {
                return Arrays.copyOfRange(handedOn.get(operand), 1, 1 + tangents);
            }
            return loadedTangents.computeIfAbsent(operand, key -> {
                int[] result = new int[tangents];
                for (int t = 0; t < tangents; t++) {
                    result[t] = tangent(key, t);
                }
                return result;
            });
        }

        private int tangent(Operand operand, int t) {
            if (operand.home() == Home.INPUT && seeds == Seeds.ONE_HOT) {
                return oneHot(operand, t);
            }
            boolean input = operand.home() == Home.INPUT;
            int array = input ? DIRECTION : SLOT_TANGENTS;
            int offset = input ? 0 : t * slots;
            return isFixed(operand) ? fixed(array, offset, operand, lanes) : element(array, offset, operand);
        }

        /** 1 if the operand is the t-th seeded input, else 0. */
        private int oneHot(Operand operand, int t) {
            Label other = new Label();
            Label end = new Label();
            index(0, operand);
            code.visitVarInsn(ILOAD, FIRST_SEED);
            code.visitInsn(ISUB);
            constant(t);
            code.visitJumpInsn(IF_ICMPNE, other);
            code.visitInsn(DCONST_1);
            code.visitJumpInsn(GOTO, end);
            code.visitLabel(other);
            code.visitInsn(DCONST_0);
            code.visitLabel(end);
            return lanes.keep();
        }
    }
}
