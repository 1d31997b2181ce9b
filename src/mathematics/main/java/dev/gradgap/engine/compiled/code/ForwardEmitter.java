package dev.gradgap.engine.compiled.code;

import dev.gradgap.engine.compiled.plan.Access;
import dev.gradgap.engine.compiled.plan.Items;
import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import dev.gradgap.engine.compiled.plan.Partials;
import dev.gradgap.engine.compiled.plan.Vectorization;
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
    private final TangentChunk chunk;
    private final int tangents;
    private final int slots;
    private final Seeds seeds;
    private final Activity activity;
    private final Map<Operand, int[]> carried = new LinkedHashMap<>(); // value and tangents

    /**
     * An emitter.
     *
     * @param wanted the items to compute
     * @param stored the items to keep in their slots
     * @param chunk the tangents to carry
     * @param slots the number of slots with tangents
     * @param width the numbers in a vector; 1 if there are none
     */
    ForwardEmitter(
            Nest nest,
            MethodVisitor code,
            boolean[] wanted,
            boolean[] stored,
            TangentChunk chunk,
            int slots,
            Seeds seeds,
            int width) {
        this(nest, code, wanted, stored, chunk, slots, seeds, width, new Activity(nest, chunk.count(), seeds));
    }

    private ForwardEmitter(
            Nest nest,
            MethodVisitor code,
            boolean[] wanted,
            boolean[] stored,
            TangentChunk chunk,
            int slots,
            Seeds seeds,
            int width,
            Activity activity) {
        super(
                nest,
                code,
                chunk.count() == 0 ? VALUES : TANGENTS,
                PARAMETERS,
                seeds == Seeds.ONE_HOT ? 1 : Vectorization.ofForward(nest, width, activity.tangents()));
        this.wanted = wanted;
        this.stored = stored;
        this.chunk = chunk;
        tangents = chunk.count();
        this.slots = slots;
        this.seeds = seeds;
        this.activity = activity;
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

    /** Where the tangents t of the slots begin. */
    private int offset(int t) {
        return (chunk.first() + t) * slots;
    }

    private boolean isActive(Operand operand) {
        return activity.isActive(operand);
    }

    private Set<Operand> fixedTargets() {
        Set<Operand> targets = new LinkedHashSet<>();
        for (int j = 0; j < nest.size(); j++) {
            if (wanted[j] && nest.isTerm(j) && !nest.isProduct(j) && isShared(nest.second[j])) {
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
        nest.product().ifPresent(product -> oneFixed(ACCUMULATORS, nest.second[product.position()]));
        for (Operand target : fixedTargets()) {
            if (chunk.keepsValues()) {
                zeroFixed(ACCUMULATORS, 0, target);
            }
            for (int t = 0; t < tangents; t++) {
                zeroFixed(TANGENT_ACCUMULATORS, offset(t), target);
            }
        }
    }

    private void prepare(Operand operand) {
        if (!isShared(operand)) {
            return;
        }
        loadFixed(array(operand.home()), 0, operand);
        if (isActive(operand) && operand.home() == Home.SLOT) {
            for (int t = 0; t < tangents; t++) {
                loadFixed(SLOT_TANGENTS, offset(t), operand);
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
                carry(nest.first[j]);
                carry(nest.second[j]);
            }
        }
    }

    private void carry(Operand operand) {
        if (nest.access(operand) != Access.CARRIED || carried.containsKey(operand)) {
            return;
        }
        int[] locals = new int[1 + tangents];
        for (int t = -1; t < tangents; t++) {
            place(t < 0 ? SLOTS : SLOT_TANGENTS, t < 0 ? 0 : offset(t), operand);
            scalars.element();
            locals[1 + t] = scalars.keep();
        }
        carried.put(operand, locals);
    }

    @Override
    void afterRow() {
        nest.product().ifPresent(product -> new ProductEmitter(product, this)
                .end(ACCUMULATORS, SLOTS, stored[product.position()]));
        for (Operand target : fixedTargets()) {
            if (chunk.keepsValues()) {
                flushFixed(ACCUMULATORS, SLOTS, 0, target, false);
            }
            for (int t = 0; t < tangents; t++) {
                flushFixed(TANGENT_ACCUMULATORS, SLOT_TANGENTS, offset(t), target, false);
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
            carried.forEach(this::handOn);
        }

        private void handOn(Operand operand, int[] locals) {
            int item = operand.producer();
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
            if (chunk.keepsValues()) {
                accumulate(ACCUMULATORS, SLOTS, 0, target, value(nest.first[j]), negative);
            }
            if (isActive(nest.first[j])) {
                int[] terms = tangents(nest.first[j]);
                for (int t = 0; t < tangents; t++) {
                    accumulate(TANGENT_ACCUMULATORS, SLOT_TANGENTS, offset(t), target, terms[t], negative);
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
            if (isShared(target)) {
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
            if (!isShared(target)) {
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
            if (stored[j] && chunk.keepsValues()) {
                place(SLOTS, 0, nest.slot(j));
                lanes.storeElement(values[j]);
            }
            if (tangents > 0) {
                operationTangents(j, operation, x, y);
                if (stored[j]) {
                    for (int t = 0; t < tangents; t++) {
                        place(SLOT_TANGENTS, offset(t), nest.slot(j));
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
            int array = array(operand.home());
            return switch (nest.access(operand)) {
                case BODY -> values[operand.base()];
                case CARRIED -> carried.get(operand)[0];
                case ROW -> fixed(array, 0, operand, lanes);
                case ITERATION -> loaded.computeIfAbsent(operand, key -> element(array, 0, key));
                case AT_ONCE -> element(array, 0, operand);
            };
        }

        private int element(int array, int offset, Operand operand) {
            place(array, offset, operand);
            lanes.element();
            return lanes.keep();
        }

        private int[] tangents(Operand operand) {
            return switch (nest.access(operand)) {
                case BODY -> itemTangents[operand.base()];
                case CARRIED -> Arrays.copyOfRange(carried.get(operand), 1, 1 + tangents);
                case ROW, ITERATION -> loadedTangents.computeIfAbsent(operand, this::allTangents);
                case AT_ONCE -> allTangents(operand);
            };
        }

        private int[] allTangents(Operand operand) {
            int[] result = new int[tangents];
            for (int t = 0; t < tangents; t++) {
                result[t] = tangent(operand, t);
            }
            return result;
        }

        private int tangent(Operand operand, int t) {
            if (operand.home() == Home.INPUT && seeds == Seeds.ONE_HOT) {
                return oneHot(operand, t);
            }
            boolean input = operand.home() == Home.INPUT;
            int array = input ? DIRECTION : SLOT_TANGENTS;
            int offset = input ? 0 : offset(t);
            return isShared(operand) ? fixed(array, offset, operand, lanes) : element(array, offset, operand);
        }

        /** 1 if the operand is the input that tangent t of the chunk is seeded at, else 0. */
        private int oneHot(Operand operand, int t) {
            Label other = new Label();
            Label end = new Label();
            index(0, operand);
            code.visitVarInsn(ILOAD, FIRST_SEED);
            code.visitInsn(ISUB);
            constant(chunk.first() + t);
            code.visitJumpInsn(IF_ICMPNE, other);
            code.visitInsn(DCONST_1);
            code.visitJumpInsn(GOTO, end);
            branchTarget(other);
            code.visitInsn(DCONST_0);
            branchTarget(end, DOUBLE);
            return lanes.keep();
        }
    }
}
