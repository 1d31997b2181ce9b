package dev.gradgap.engine.compiled.code;

import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.RunningProduct;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes what a {@link RunningProduct} needs around the iterations of its nest; its class is called by generated code. */
public final class ProductEmitter implements Opcodes {

    private static final String OWNER = Type.getInternalName(ProductEmitter.class);
    private static final double MODERATE = 0x1p100; // ten such numbers can be multiplied, and so can their reciprocals
    private static final double ROUNDINGS_OF_TWO = 0x1p-52; // of a multiplication in each of two products

    private final RunningProduct product;
    private final NestEmitter nest;
    private final int lanes;

    ProductEmitter(RunningProduct product, NestEmitter nest) {
        this.product = product;
        this.nest = nest;
        lanes = product.lanes();
    }

    /** Emits, after the iterations: the lanes' products kept, if so wanted, and the whole product in its slot. */
    void end(int accumulators, int slots, boolean keep) {
        MethodVisitor code = nest.code;
        Operand target = nest.nest.second[product.position()];
        int scalar = nest.fixed(accumulators, 0, target, nest.scalars);
        if (keep) {
            storeLanes(accumulators, slots, product.laneSlots(nest.nest));
        }
        nest.place(slots, 0, target);
        nest.place(slots, 0, product.start());
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

    private void storeLanes(int accumulators, int slots, int at) {
        Operand target = nest.nest.second[product.position()];
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
    void start(int accumulators, int slots, int adjoints) {
        MethodVisitor code = nest.code;
        Operand target = nest.nest.second[product.position()];
        int at = product.laneSlots(nest.nest);
        code.visitVarInsn(ALOAD, slots);
        code.visitVarInsn(ALOAD, adjoints);
        code.visitLdcInsn(at);
        code.visitLdcInsn(nest.vectorized ? lanes : 0);
        code.visitLdcInsn(lanes);
        code.visitLdcInsn(target.base());
        code.visitLdcInsn(product.start().base());
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
    void check(int accumulators, int slots) {
        int at = product.laneSlots(nest.nest);
        storeLanes(accumulators, slots, at + 2 * (lanes + 1));
        MethodVisitor code = nest.code;
        code.visitVarInsn(ALOAD, slots);
        code.visitLdcInsn(at);
        code.visitLdcInsn(nest.vectorized ? lanes : 0);
        code.visitLdcInsn(lanes);
        code.visitLdcInsn(nest.nest.iterations());
        code.visitMethodInsn(INVOKESTATIC, OWNER, "check", "([DIIII)V", false);
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
    public static void others(double[] slots, double[] adjoints, int at, int used, int width, int result, int start) {
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
    public static void check(double[] slots, int at, int used, int width, int iterations) {
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
