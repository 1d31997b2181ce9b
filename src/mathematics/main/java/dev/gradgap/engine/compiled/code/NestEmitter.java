package dev.gradgap.engine.compiled.code;

import dev.gradgap.engine.compiled.plan.Access;
import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes one method for a nest: loops over rows and iterations, vectors of iterations first and single ones for the
 * rest, what is fixed within a row loaded before it and summed up after it.
 */
abstract class NestEmitter implements Opcodes {

    final Nest nest;
    final MethodVisitor code;
    final ScalarLanes scalars;
    final boolean vectorized;
    final VectorLanes vectors;
    private final Locals locals;
    private final int row;
    private final int iteration;
    private final Map<Operand, Integer> rowBases = new HashMap<>();
    private final Map<Fixed, int[]> fixed = new LinkedHashMap<>();

    /** A number that all iterations of a row share, in scalar lanes and in vector lanes. */
    private record Fixed(int array, int offset, Operand operand) {}

    /**
     * An emitter.
     *
     * @param descriptor of the method
     * @param reserved how many local variables to leave to its parameters
     * @param lanes how many iterations to do side by side
     */
    NestEmitter(Nest nest, MethodVisitor code, String descriptor, int reserved, int lanes) {
        this.nest = nest;
        this.code = code;
        locals = new Locals(descriptor, reserved);
        scalars = new ScalarLanes(code, locals);
        vectors = new VectorLanes(code, locals, lanes);
        vectorized = lanes > 1;
        row = locals.take(INTEGER);
        iteration = locals.take(INTEGER);
        set(row, 0);
        set(iteration, 0);
    }

    private void set(int local, int value) {
        constant(value);
        code.visitVarInsn(ISTORE, local);
    }

    /** The local variable of an array with the elements of a home. */
    abstract int array(Home home);

    /** Emits one iteration, or one vector of them. */
    abstract void body(Lanes lanes);

    /** Emits what comes right before the first of several iterations that are no vectors. */
    abstract void beforeIterations();

    /** Emits what comes before the iterations of a row. */
    abstract void beforeRow();

    /** Emits what comes after the iterations of a row. */
    abstract void afterRow();

    // Loops

    /** Emits all iterations from the first to the last. */
    final void ascending() {
        ascending(() -> constant(0), () -> constant(nest.rows > 1 ? nest.rows : nest.count));
    }

    /** Emits the rows, or in a loop without rows the iterations, from one local variable up to another. */
    final void ascending(int from, int to) {
        ascending(() -> code.visitVarInsn(ILOAD, from), () -> code.visitVarInsn(ILOAD, to));
    }

    private void ascending(Runnable from, Runnable to) {
        if (nest.iterations() == 1) {
            Label end = new Label();
            int outside = locals.taken();
            from.run();
            to.run();
            code.visitJumpInsn(IF_ICMPGE, end);
            row(() -> body(scalars));
            target(end, outside);
        } else if (nest.rows == 1) {
            row(() -> iterationsUp(from, to));
        } else {
            from.run();
            code.visitVarInsn(ISTORE, row);
            Label next = new Label();
            Label end = new Label();
            int outside = locals.taken();
            target(next, outside);
            code.visitVarInsn(ILOAD, row);
            to.run();
            code.visitJumpInsn(IF_ICMPGE, end);
            row(() -> iterationsUp(() -> constant(0), () -> constant(nest.count)));
            code.visitIincInsn(row, 1);
            code.visitJumpInsn(GOTO, next);
            target(end, outside);
        }
    }

    private void iterationsUp(Runnable from, Runnable to) {
        from.run();
        code.visitVarInsn(ISTORE, iteration);
        if (vectorized) {
            int width = vectors.width();
            loop(
                    () -> {
                        to.run();
                        constant(width);
                        code.visitInsn(ISUB);
                    },
                    IF_ICMPGT,
                    width,
                    vectors);
        }
        beforeIterations();
        loop(to, IF_ICMPGE, 1, scalars);
    }

    /** Emits all iterations from the last to the first. */
    final void descending() {
        if (nest.iterations() == 1) {
            ascending();
            return;
        }
        set(row, nest.rows - 1);
        if (nest.rows == 1) {
            row(this::iterationsDown);
            return;
        }
        Label next = new Label();
        Label end = new Label();
        int outside = locals.taken();
        target(next, outside);
        code.visitVarInsn(ILOAD, row);
        code.visitJumpInsn(IFLT, end);
        row(this::iterationsDown);
        code.visitIincInsn(row, -1);
        code.visitJumpInsn(GOTO, next);
        target(end, outside);
    }

    /** A label that jumps lead to; what was taken after the first so many local variables is out of use from there on. */
    private void target(Label label, int outside) {
        locals.release(outside);
        code.visitLabel(label);
        locals.visitFrame(code);
    }

    private void iterationsDown() {
        int width = vectors.width();
        int inVectors = vectorized ? nest.count - nest.count % width : 0;
        if (inVectors < nest.count) {
            set(iteration, nest.count - 1);
            beforeIterations();
            loop(() -> constant(inVectors), IF_ICMPLT, -1, scalars);
        }
        if (vectorized) {
            set(iteration, inVectors - width);
            loop(() -> constant(0), IF_ICMPLT, -width, vectors);
        }
    }

    private void loop(Runnable bound, int exit, int step, Lanes lanes) {
        Label next = new Label();
        Label end = new Label();
        int outside = locals.taken();
        code.visitInsn(NOP); // the end of another loop may be right before
        target(next, outside);
        code.visitVarInsn(ILOAD, iteration);
        bound.run();
        code.visitJumpInsn(exit, end);
        body(lanes);
        code.visitIincInsn(iteration, step);
        code.visitJumpInsn(GOTO, next);
        target(end, outside);
    }

    private void row(Runnable iterations) {
        rowBases.clear();
        fixed.clear();
        if (nest.rows > 1) {
            for (int j = 0; j < nest.size(); j++) {
                rowBase(nest.first[j]);
                rowBase(nest.second[j]);
                if (nest.hasSlot(j)) {
                    rowBase(nest.slot(j));
                }
            }
        }
        beforeRow();
        iterations.run();
        afterRow();
    }

    private void rowBase(Operand operand) {
        boolean element = operand.home() != Home.LITERAL && operand.home() != Home.BODY;
        if (element && operand.rowStride() != 0 && !rowBases.containsKey(operand)) {
            constant(operand.base());
            constant(operand.rowStride());
            code.visitVarInsn(ILOAD, row);
            code.visitInsn(IMUL);
            code.visitInsn(IADD);
            int local = locals.take(INTEGER);
            code.visitVarInsn(ISTORE, local);
            rowBases.put(operand, local);
        }
    }

    /** A label within a body that jumps lead to, with what is on the stack there. */
    final void branchTarget(Label label, Object... stack) {
        code.visitLabel(label);
        locals.visitFrame(code, stack);
    }

    // Elements

    /** Pushes an array and the index of an operand in it. */
    final void place(int array, int offset, Operand operand) {
        code.visitVarInsn(ALOAD, array);
        index(offset, operand);
    }

    /** Pushes the index of an operand, plus an offset. */
    final void index(int offset, Operand operand) {
        Integer rowBase = rowBases.get(operand);
        if (rowBase != null) {
            code.visitVarInsn(ILOAD, rowBase);
            addConstant(offset);
        } else {
            constant(operand.base() + offset);
        }
        if (!operand.isFixed() && nest.count > 1) {
            code.visitVarInsn(ILOAD, iteration);
            if (operand.stride() != 1) {
                constant(operand.stride());
                code.visitInsn(IMUL);
            }
            code.visitInsn(IADD);
        }
    }

    private void addConstant(int offset) {
        if (offset != 0) {
            constant(offset);
            code.visitInsn(IADD);
        }
    }

    final void constant(int value) {
        if (value >= -1 && value <= 5) {
            code.visitInsn(ICONST_0 + value);
        } else if (value == (short) value) {
            code.visitIntInsn(value == (byte) value ? BIPUSH : SIPUSH, value);
        } else {
            code.visitLdcInsn(value);
        }
    }

    // What a row shares

    /** Whether all iterations of a row use the same element, which none of them computes. */
    final boolean isShared(Operand operand) {
        return nest.access(operand) == Access.ROW;
    }

    /** Loads an element, or a literal, that all iterations of a row share; once for each. */
    final void loadFixed(int array, int offset, Operand operand) {
        shared(array, offset, operand, () -> {
            if (operand.home() == Home.LITERAL) {
                scalars.constant(operand.literal());
            } else {
                place(array, offset, operand);
                scalars.element();
            }
        });
    }

    /** Makes an accumulator of one for an element that all iterations of a row multiply. */
    final void oneFixed(int array, Operand operand) {
        shared(array, 0, operand, () -> scalars.constant(1));
    }

    /** Makes an accumulator of zero for an element that all iterations of a row add to. */
    final void zeroFixed(int array, int offset, Operand operand) {
        shared(array, offset, operand, () -> scalars.constant(0));
    }

    private void shared(int array, int offset, Operand operand, Runnable push) {
        Fixed key = new Fixed(array, offset, operand);
        if (fixed.containsKey(key)) {
            return;
        }
        push.run();
        int scalar = scalars.keep();
        int vector = Lanes.NONE;
        if (vectorized) {
            scalars.load(scalar);
            vectors.spread();
            vector = vectors.keep();
        }
        fixed.put(key, new int[] {scalar, vector});
    }

    /** The local variable of what a row shares. */
    final int fixed(int array, int offset, Operand operand, Lanes lanes) {
        int[] both = fixed.get(new Fixed(array, offset, operand));
        return lanes == scalars ? both[0] : both[1];
    }

    /** Adds an accumulator to its element, or assigns it. */
    final void flushFixed(int accumulators, int target, int offset, Operand operand, boolean assign) {
        place(target, offset, operand);
        if (!assign) {
            code.visitInsn(DUP2);
            scalars.element();
        }
        int[] both = fixed.get(new Fixed(accumulators, offset, operand));
        scalars.load(both[0]);
        if (vectorized) {
            vectors.load(both[1]);
            vectors.sum();
            scalars.add();
        }
        if (!assign) {
            scalars.add();
        }
        code.visitInsn(DASTORE);
    }
}
