package dev.gradgap.engine.compiled;

import dev.gradgap.graph.Operation;
import org.objectweb.asm.MethodVisitor;

/**
 * Arithmetic on vectors of {@code jdk.incubator.vector}, each lane an iteration. The generated code names the module's
 * classes; this class only asks whether they are there.
 *
 * <p>Elementary functions are the module's own, within 4 ulp of the right value on most processors.
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

    private void divide() {
        call("div");
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

    /** Whether there is code on vectors for an operation. */
    static boolean has(Operation operation) {
        return switch (operation) {
            case ADD,
                    SUBTRACT,
                    MULTIPLY,
                    DIVIDE,
                    NEGATE,
                    RECIPROCAL,
                    SQUARE,
                    SQRT,
                    EXP,
                    EXPM1,
                    LOG,
                    LOG1P,
                    SIN,
                    COS,
                    TANH,
                    SIGMOID,
                    ABS,
                    MAX,
                    MIN -> true;
            default -> false;
        };
    }

    @Override
    void value(Operation operation, int x, int y) {
        switch (operation) {
            case RECIPROCAL -> constant(1);
            case SIGMOID -> {
                sigmoid(x);
                return;
            }
            default -> {
                // The first operand comes first.
            }
        }
        load(x);
        switch (operation) {
            case ADD -> with(y, "add");
            case SUBTRACT -> with(y, "sub");
            case MULTIPLY -> with(y, "mul");
            case DIVIDE -> with(y, "div");
            case SQUARE -> with(x, "mul");
            case MAX -> with(y, "max");
            case MIN -> with(y, "min");
            case NEGATE -> negate();
            case RECIPROCAL -> divide();
            case ABS, SQRT, EXP, EXPM1, LOG, LOG1P, SIN, COS, TANH -> function(operation.name());
            default -> throw new IllegalArgumentException("no vectors for " + operation);
        }
    }

    private void with(int y, String method) {
        load(y);
        call(method);
    }

    @Override
    void partials(Operation operation, int x, int y, int value, int first, int second) {
        switch (operation) {
            case MULTIPLY -> {
                copy(y, first);
                copy(x, second);
            }
            case DIVIDE -> divisionPartials(y, value, first, second);
            case MAX -> routing("GE", x, y, first, second);
            case MIN -> routing("LE", x, y, first, second);
            default -> {
                unaryPartial(operation, x, value);
                store(first);
            }
        }
    }

    private void copy(int from, int to) {
        if (to != NONE) {
            load(from);
            store(to);
        }
    }

    private void divisionPartials(int y, int value, int first, int second) {
        if (first != NONE) {
            constant(1);
            load(y);
            divide();
            store(first);
        }
        if (second != NONE) {
            load(value);
            negate();
            load(y); // not times 1/y, which may overflow where this does not
            divide();
            store(second);
        }
    }

    private void routing(String comparison, int x, int y, int first, int second) {
        if (first != NONE) {
            constant(0);
            constant(1);
            where(comparison, x, y);
            store(first);
        }
        if (second != NONE) {
            constant(1);
            constant(0);
            where(comparison, x, y);
            store(second);
        }
    }

    /** Of two numbers on the stack, keeps the upper one in the lanes where the comparison holds. */
    private void where(String comparison, int x, int y) {
        load(x);
        operator(comparison, "Comparison");
        load(y);
        code.visitMethodInsn(
                INVOKEVIRTUAL, VECTOR, "compare", "(L" + OPERATORS + "$Comparison;" + ANY_VECTOR + ")" + MASK, false);
        code.visitMethodInsn(INVOKEVIRTUAL, VECTOR, "blend", "(" + ANY_VECTOR + MASK + ")" + OWN, false);
    }

    private void unaryPartial(Operation operation, int x, int value) {
        switch (operation) {
            case RECIPROCAL -> {
                load(value);
                load(value);
                multiply();
                negate();
            }
            case SQUARE -> {
                load(x);
                load(x);
                add();
            }
            case SQRT -> squareRootPartial(value);
            case EXP -> load(value);
            case EXPM1 -> {
                load(x);
                function("EXP");
            }
            case LOG -> {
                constant(1);
                load(x);
                divide();
            }
            case LOG1P -> {
                constant(1);
                load(x);
                constant(1);
                add();
                divide();
            }
            case SIN -> {
                load(x);
                function("COS");
            }
            case COS -> {
                load(x);
                function("SIN");
                negate();
            }
            case TANH -> {
                int decay = decay(-2, x);
                constant(4);
                load(decay);
                multiply();
                overSquareOfOneMore(decay);
            }
            case SIGMOID -> {
                int decay = decay(-1, x);
                load(decay);
                overSquareOfOneMore(decay);
            }
            case ABS -> signOf(x);
            default -> throw new IllegalArgumentException("no vectors for " + operation);
        }
    }

    /** 1 / (1 + e) where x is not negative, and e / (1 + e) where it is, with e = exp(-|x|). */
    private void sigmoid(int x) {
        constant(0);
        int zero = keep();
        int decay = decay(-1, x);
        constant(1);
        load(decay);
        where("LT", x, zero);
        oneMore(decay);
        divide();
    }

    /** A new local variable with exp(scale |x|). */
    private int decay(double scale, int x) {
        load(x);
        function("ABS");
        constant(scale);
        multiply();
        function("EXP");
        return keep();
    }

    private void oneMore(int x) {
        load(x);
        constant(1);
        add();
    }

    /** Divides the number on the stack by (1 + x)². */
    private void overSquareOfOneMore(int x) {
        oneMore(x);
        int sum = keep();
        load(sum);
        load(sum);
        multiply();
        divide();
    }

    /** 0 where the value is 0. */
    private void squareRootPartial(int value) {
        constant(0);
        int zero = keep();
        constant(0.5);
        load(value);
        divide();
        load(zero);
        where("EQ", value, zero);
    }

    /** 1, -1, or 0 where the number is 0. */
    private void signOf(int x) {
        constant(0);
        int zero = keep();
        load(zero);
        constant(1);
        where("GT", x, zero);
        constant(-1);
        where("LT", x, zero);
    }
}
