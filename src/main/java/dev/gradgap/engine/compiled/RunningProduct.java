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
 * <p>Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sec. 3.3 (Speelpenning's product).
 *
 * @param position where in the body the factors are multiplied
 * @param start the slot of the number that the product starts from
 * @param lanes how many iterations both sweeps do side by side
 */
record RunningProduct(int position, Operand start, int lanes) implements Opcodes {

    private static final String OWNER = Type.getInternalName(RunningProduct.class);

    /** The slots behind those of the iterations: for each lane its product, and that of all others. */
    int extraSlots() {
        return 2 * (lanes + 1);
    }

    /** Emits, after the iterations: the lanes' products kept, if so wanted, and the whole product in its slot. */
    void emitEnd(NestEmitter nest, int accumulators, int slots, boolean keep) {
        MethodVisitor code = nest.code;
        Operand target = nest.nest.second[position];
        int scalar = nest.fixed(accumulators, 0, target, nest.scalars);
        if (keep) {
            int at = laneSlots(nest.nest);
            code.visitVarInsn(ALOAD, slots);
            code.visitLdcInsn(at + lanes);
            nest.scalars.storeElement(scalar);
            if (nest.vectorized) {
                code.visitVarInsn(ALOAD, slots);
                code.visitLdcInsn(at);
                nest.vectors.storeElement(nest.fixed(accumulators, 0, target, nest.vectors));
            }
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
        double before = 1;
        for (int lane = 0; lane < used; lane++) {
            double after = 1;
            for (int other = lane + 1; other < used; other++) {
                after *= slots[at + other];
            }
            slots[at + width + 1 + lane] = weight * (before * after) * single;
            before *= slots[at + lane];
        }
        slots[at + 2 * width + 1] = weight * before;
        adjoints[start] += adjoint * before * single;
    }
}
