package dev.gradgap.engine.compiled.code;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.BinaryElemental;
import dev.gradgap.function.Elemental;
import dev.gradgap.function.Relation;
import dev.gradgap.function.UnaryElemental;
import dev.gradgap.graph.Operation;
import java.util.Locale;
import org.objectweb.asm.MethodVisitor;

/**
 * Arithmetic on vectors of {@code jdk.incubator.vector}, each lane an iteration. The generated code names the module's
 * classes; this class only asks whether they are there.
 *
 * <p>Partials are written by evaluating the generic ones on {@link Numbers}. Elementary functions are the module's own, within 4 ulp of the right value on most processors.
 */
final class VectorLanes extends Lanes {

    private static final String PACKAGE = "jdk/incubator/vector/";
    private static final String VECTOR = PACKAGE + "DoubleVector";
    private static final String ANY_VECTOR = "L" + PACKAGE + "Vector;";
    private static final String OWN = "L" + VECTOR + ";";
    private static final String SPECIES = "L" + PACKAGE + "VectorSpecies;";
    private static final String OPERATORS = PACKAGE + "VectorOperators";
    private static final String MASK = "L" + PACKAGE + "VectorMask;";

    private final int width;
    private final Numbers numbers = new Numbers();

    /**
     * Vectors of a width.
     *
     * @param width the numbers in a vector: 2, 4 or 8; with any other no code can be written
     */
    VectorLanes(MethodVisitor code, Locals locals, int width) {
        super(code, locals);
        this.width = width;
    }

    @Override
    int width() {
        return width;
    }

    @Override
    Object localType() {
        return VECTOR;
    }

    @Override
    void load(int local) {
        code.visitVarInsn(ALOAD, local);
    }

    @Override
    void store(int local) {
        code.visitVarInsn(ASTORE, local);
    }

    private void species() {
        code.visitFieldInsn(GETSTATIC, VECTOR, "SPECIES_" + width * Double.SIZE, SPECIES);
    }

    @Override
    void constant(double value) {
        code.visitLdcInsn(value);
        spread();
    }

    @Override
    void spread() {
        species();
        code.visitInsn(DUP_X2);
        code.visitInsn(POP);
        code.visitMethodInsn(INVOKESTATIC, VECTOR, "broadcast", "(" + SPECIES + "D)" + OWN, false);
    }

    @Override
    void sum() {
        reduce("ADD");
    }

    @Override
    void product() {
        reduce("MUL");
    }

    private void reduce(String operator) {
        operator(operator, "Associative");
        code.visitMethodInsn(INVOKEVIRTUAL, VECTOR, "reduceLanes", "(L" + OPERATORS + "$Associative;)D", false);
    }

    @Override
    void element() {
        species();
        code.visitInsn(DUP_X2);
        code.visitInsn(POP);
        code.visitMethodInsn(INVOKESTATIC, VECTOR, "fromArray", "(" + SPECIES + "[DI)" + OWN, false);
    }

    @Override
    void storeElement(int local) {
        load(local);
        code.visitInsn(DUP_X2);
        code.visitInsn(POP);
        code.visitMethodInsn(INVOKEVIRTUAL, VECTOR, "intoArray", "([DI)V", false);
    }

    @Override
    void add() {
        call("add");
    }

    @Override
    void subtract() {
        call("sub");
    }

    @Override
    void multiply() {
        call("mul");
    }

    @Override
    void negate() {
        code.visitMethodInsn(INVOKEVIRTUAL, VECTOR, "neg", "()" + OWN, false);
    }

    private void call(String method) {
        code.visitMethodInsn(INVOKEVIRTUAL, VECTOR, method, "(" + ANY_VECTOR + ")" + OWN, false);
    }

    private void operator(String name, String type) {
        code.visitFieldInsn(GETSTATIC, OPERATORS, name, "L" + OPERATORS + "$" + type + ";");
    }

    private void function(String name) {
        operator(name, "Unary");
        code.visitMethodInsn(INVOKEVIRTUAL, VECTOR, "lanewise", "(L" + OPERATORS + "$Unary;)" + OWN, false);
    }

    @Override
    void value(Operation operation, int x, int y) {
        value(operation.elemental(), x, y);
    }

    private void value(Elemental f, int x, int y) {
        if (!f.hasLanes()) {
            throw new IllegalArgumentException("no vectors for " + f);
        }
        if (f.isComposedInLanes()) {
            load(f.composed(numbers, x, y));
        } else if (f.arity() == 1) {
            load(x);
            function(f.laneOperator());
        } else {
            load(x);
            load(y);
            call(f.laneOperator().toLowerCase(Locale.ROOT));
        }
    }

    @Override
    void partials(Operation operation, int x, int y, int value, int first, int second) {
        Elemental f = operation.elemental();
        if (first != NONE) {
            load(f.firstPartial(numbers, x, y, value));
            store(first);
        }
        if (second != NONE) {
            load(f.secondPartial(numbers, x, y, value));
            store(second);
        }
    }

    /** Writes the code of each operation, and keeps its result in a new local variable, whose number stands for it. */
    private final class Numbers implements Arithmetic<Integer> {

        @Override
        public Integer constant(double value) {
            VectorLanes.this.constant(value);
            return keep();
        }

        @Override
        public Integer[] array(int length) {
            return new Integer[length];
        }

        @Override
        public Integer apply(UnaryElemental f, Integer x) {
            VectorLanes.this.value(f, x, x);
            return keep();
        }

        @Override
        public Integer apply(BinaryElemental f, Integer x, Integer y) {
            VectorLanes.this.value(f, x, y);
            return keep();
        }

        @Override
        public Integer select(Relation relation, Integer x, Integer y, Integer then, Integer otherwise) {
            load(otherwise);
            load(then);
            load(x);
            operator(relation.name(), "Comparison");
            load(y);
            code.visitMethodInsn(
                    INVOKEVIRTUAL,
                    VECTOR,
                    "compare",
                    "(L" + OPERATORS + "$Comparison;" + ANY_VECTOR + ")" + MASK,
                    false);
            code.visitMethodInsn(INVOKEVIRTUAL, VECTOR, "blend", "(" + ANY_VECTOR + MASK + ")" + OWN, false);
            return keep();
        }
    }
}
