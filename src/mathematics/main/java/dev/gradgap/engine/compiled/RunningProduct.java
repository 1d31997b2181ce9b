package dev.gradgap.engine.compiled;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A product over the iterations of a loop of which only the last value is used. Each lane of a vector multiplies its own
 * iterations, single iterations at the end make one more lane, so that no multiplication waits for the one before.
 *
 * <p>The reverse sweep needs, for every factor, the product of its lane before it, which the forward sweep keeps, the
 * product of its lane after it, which the reverse sweep carries, and the products of all other lanes. For these the
 * forward sweep leaves the lanes' products behind the kept ones. No division: a factor may be zero.
 *
 * <p>A lane may leave the range of doubles where the function's own product does not: of 10, 0.1, 10, 0.1 ... every other
 * lane has the tens. So each sweep says whether it can be trusted. Its value cannot if it is not a normal number. A reverse
 * sweep can if all lanes' products are moderate, so that those of all others are exact to rounding, and if what each lane
 * has carried back over all its factors is what it began with times the lane's product: had either of them over- or
 * underflowed on the way, in this order or in the other, they would differ. What is not trusted is computed again in the
 * function's own order, see {@link CompiledReverseDifferentiator}.
 *
 * <p>Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sec. 3.3 (Speelpenning's product).
 *
 * @param position where in the body the factors are multiplied
 * @param start the slot of the number that the product starts from
 * @param lanes how many iterations both sweeps do side by side
 */
record RunningProduct(int position, Operand start, int lanes) implements Opcodes {

    private static final String OWNER = Type.getInternalName(RunningProduct.class);
    private static final double MODERATE = 0x1p100; // ten such numbers can be multiplied, and so can their reciprocals
    private static final double ROUNDINGS_OF_TWO = 0x1p-52; // of a multiplication in each of two products

    /**
     * The slots behind those of the iterations: for each lane its product, that of all others, and what it has carried back
     * at the end; then whether the reverse sweep is in doubt.
     */
    int extraSlots() {
        return 3 * (lanes + 1) + 1;
    }

    /** The slot that is not 0 after a reverse sweep that cannot be trusted. */
    int doubtSlot(Nest nest) {
        return laneSlots(nest) + 3 * (lanes + 1);
    }

    /** The slot of the product. */
    int productSlot(Nest nest) {
        return nest.second[position].base();
    }

    /** Emits, after the iterations: the lanes' products kept, if so wanted, and the whole product in its slot. */
    void emitEnd(NestEmitter nest, int accumulators, int slots, boolean keep) {
        MethodVisitor code = nest.code;
        Operand target = nest.nest.second[position];
        int scalar = nest.fixed(accumulators, 0, target, nest.scalars);
        if (keep) {
            storeLanes(nest, accumulators, slots, laneSlots(nest.nest));
        }
        nest.place(slots, 0, target);
        nest.place(slots, 0, start);
        nest.scalars.element();
        nest.scalars.load(scalar);
        nest.scalars.multiply();
        if (nest.vectorized) {
            nest.vectors.load(nest.fixed(accumulators, 0, target, nest.vectors));
            nest.vectors.product();
            nest.scalars.multiply();
        }
        code.visitInsn(DASTORE);
    }

    private void storeLanes(NestEmitter nest, int accumulators, int slots, int at) {
        Operand target = nest.nest.second[position];
        nest.code.visitVarInsn(ALOAD, slots);
        nest.code.visitLdcInsn(at + lanes);
        nest.scalars.storeElement(nest.fixed(accumulators, 0, target, nest.scalars));
        if (nest.vectorized) {
            nest.code.visitVarInsn(ALOAD, slots);
            nest.code.visitLdcInsn(at);
            nest.vectors.storeElement(nest.fixed(accumulators, 0, target, nest.vectors));
        }
    }

    /** Emits, before the iterations of the reverse sweep: what each lane starts from. */
    void emitStart(NestEmitter nest, int accumulators, int slots, int adjoints) {
        MethodVisitor code = nest.code;
        Operand target = nest.nest.second[position];
        int at = laneSlots(nest.nest);
        code.visitVarInsn(ALOAD, slots);
        code.visitVarInsn(ALOAD, adjoints);
        code.visitLdcInsn(at);
        code.visitLdcInsn(nest.vectorized ? lanes : 0);
        code.visitLdcInsn(lanes);
        code.visitLdcInsn(target.base());
        code.visitLdcInsn(start.base());
        code.visitMethodInsn(INVOKESTATIC, OWNER, "others", "([D[DIIIII)V", false);
        nest.oneFixed(accumulators, target);
        code.visitVarInsn(ALOAD, slots);
        code.visitLdcInsn(at + 2 * lanes + 1);
        nest.scalars.element();
        nest.scalars.store(nest.fixed(accumulators, 0, target, nest.scalars));
        if (nest.vectorized) {
            code.visitVarInsn(ALOAD, slots);
            code.visitLdcInsn(at + lanes + 1);
            nest.vectors.element();
            nest.vectors.store(nest.fixed(accumulators, 0, target, nest.vectors));
        }
    }

    /** Emits, after the iterations of the reverse sweep: whether each lane ends where it should. */
    void emitCheck(NestEmitter nest, int accumulators, int slots) {
        int at = laneSlots(nest.nest);
        storeLanes(nest, accumulators, slots, at + 2 * (lanes + 1));
        MethodVisitor code = nest.code;
        code.visitVarInsn(ALOAD, slots);
        code.visitLdcInsn(at);
        code.visitLdcInsn(nest.vectorized ? lanes : 0);
        code.visitLdcInsn(lanes);
        code.visitLdcInsn(nest.nest.iterations());
        code.visitMethodInsn(INVOKESTATIC, OWNER, "check", "([DIIII)V", false);
    }

    private int laneSlots(Nest nest) {
        return nest.slot(position).base() + nest.iterations();
    }

    /**
     * Called by generated code: from the products of the lanes makes those of all others, times the start and the
     * product's adjoint, and adds the start's adjoint.
     *
     * @param at the slot of the first lane's product; that of the single iterations is at {@code at + width}
     * @param used the lanes in use besides that of the single iterations
     * @param result the slot of the product
     * @param start the slot of the number it starts from
     */
    static void others(double[] slots, double[] adjoints, int at, int used, int width, int result, int start) {
        double adjoint = adjoints[result];
        double weight = adjoint * slots[start];
        double single = slots[at + width];
        boolean moderate = isModerate(single) && (isModerate(weight) || adjoint == 0);
        double after = weight * single;
        for (int lane = used - 1; lane >= 0; lane--) {
            slots[at + width + 1 + lane] = after;
            after *= slots[at + lane];
            moderate &= isModerate(slots[at + lane]);
        }
        double before = 1;
        for (int lane = 0; lane < used; lane++) {
            slots[at + width + 1 + lane] *= before;
            before *= slots[at + lane];
        }
        slots[at + 2 * width + 1] = weight * before;
        slots[at + 3 * (width + 1)] = moderate ? 0 : 1;
        adjoints[start] += adjoint * before * single;
    }

    private static boolean isModerate(double x) {
        double size = Math.abs(x);
        return size <= MODERATE && size >= 1 / MODERATE;
    }

    /**
     * Called by generated code: doubts a sweep of which a lane does not end with what it began with times its product.
     *
     * @param iterations how many factors a lane may have
     */
    static void check(double[] slots, int at, int used, int width, int iterations) {
        double rounding = (iterations + 8) * ROUNDINGS_OF_TWO;
        boolean agree = true;
        for (int lane = 0; lane <= width; lane++) {
            if (lane < used || lane == width) {
                double expected = slots[at + width + 1 + lane] * slots[at + lane];
                double distance = Math.abs(slots[at + 2 * (width + 1) + lane] - expected);
                agree &= distance <= rounding * Math.abs(expected);
            }
        }
        if (!agree) {
            slots[at + 3 * (width + 1)] = 1;
        }
    }
}
