package dev.gradgap.plain.running;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.Inputs;
import dev.gradgap.plain.Decision;
import dev.gradgap.plain.Decisions;
import dev.gradgap.plain.NotFollowedError;
import java.util.Arrays;

/**
 * What the bytecode's instructions on doubles become. Where code had a double, transformed code has an {@code Object}: a {@code
 * Double} as long as it depends on no input, and a number of the running arithmetic from there on. So constants cost what they
 * cost in Java, and only what depends on inputs is differentiated.
 *
 * <p>An array of doubles is an array of objects without nulls. One array has some: that of the inputs, which are made when they are
 * read ({@link Inputs} is a view).
 */
public final class Running {

    private static final Double ZERO = 0.0;

    static Arithmetic<Object> a;
    static Inputs<Object> inputs;
    static Decisions decisions;

    /** Whether {@link #decisions} are those of another evaluation: the numbers have no values. */
    static boolean replaying;

    private Running() {}

    // ---- arrays and fields

    /** The element of an array. */
    public static Object load(Object[] array, int i) {
        Object element = array[i];
        return element != null ? element : inputs.get(i);
    }

    /** A new array of zeros. */
    public static Object[] zeros(int length) {
        Object[] array = new Object[length];
        Arrays.fill(array, ZERO);
        return array;
    }

    /** Fills the innermost of an array of arrays with zeros. */
    public static Object[] filled(Object[] array) {
        for (int i = 0; i < array.length; i++) {
            if (array[i] instanceof Object[] inner) {
                filled(inner);
            } else {
                array[i] = ZERO;
            }
        }
        return array;
    }

    /** A copy of an array of doubles. */
    public static Object[] clone(Object array) {
        Object[] copy = ((Object[]) array).clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = load(copy, i);
        }
        return copy;
    }

    /** The content of a field. */
    public static Object field(Object content) {
        return content != null ? content : ZERO;
    }

    // ---- numbers

    static double value(Object x) {
        return x instanceof Double c ? c : a.value(x);
    }

    public static Object add(Object x, Object y) {
        if (x instanceof Double c) {
            return y instanceof Double d ? (Object) (c + d) : a.add(y, (double) c);
        }
        return y instanceof Double d ? a.add(x, (double) d) : a.add(x, y);
    }

    public static Object add(Object x, double y) {
        return x instanceof Double c ? (Object) (c + y) : a.add(x, y);
    }

    public static Object subtract(Object x, Object y) {
        if (x instanceof Double c) {
            return y instanceof Double d ? (Object) (c - d) : a.subtract((double) c, y);
        }
        return y instanceof Double d ? a.subtract(x, (double) d) : a.subtract(x, y);
    }

    public static Object subtract(Object x, double y) {
        return x instanceof Double c ? (Object) (c - y) : a.subtract(x, y);
    }

    /** The same number twice is a square. */
    public static Object multiply(Object x, Object y) {
        if (x instanceof Double c) {
            return y instanceof Double d ? (Object) (c * d) : a.multiply(y, (double) c);
        }
        if (y instanceof Double d) {
            return a.multiply(x, (double) d);
        }
        return x == y ? a.square(x) : a.multiply(x, y);
    }

    public static Object multiply(Object x, double y) {
        return x instanceof Double c ? (Object) (c * y) : a.multiply(x, y);
    }

    public static Object divide(Object x, Object y) {
        if (x instanceof Double c) {
            return y instanceof Double d ? (Object) (c / d) : a.divide((double) c, y);
        }
        return y instanceof Double d ? a.divide(x, (double) d) : a.divide(x, y);
    }

    public static Object divide(Object x, double y) {
        return x instanceof Double c ? (Object) (c / y) : a.divide(x, y);
    }

    public static Object negate(Object x) {
        return x instanceof Double c ? (Object) (-c) : a.negate(x);
    }

    /** x - q y for a whole q, which is constant between the jumps. */
    public static Object remainder(Object x, Object y) {
        return x instanceof Double c && y instanceof Double d
                ? (Object) (c % d)
                : remainder(x, y, decide(Decision.QUOTIENT, x, y), replaying ? 0 : value(x) % value(y));
    }

    static Object remainder(Object x, Object y, double quotient, double exact) {
        return corrected(subtract(x, multiply(y, quotient)), exact);
    }

    /** A number, with what it lacks to an exact value added; where numbers have no values, as it is. */
    static Object corrected(Object x, double exact) {
        if (replaying) {
            return x;
        }
        double difference = exact - value(x);
        return difference == 0 || !Double.isFinite(difference) ? x : add(x, difference);
    }

    // ---- decisions

    static double decide(Decision decision, Object x, Object y) {
        return decisions == null ? decision.outcome(value(x), value(y)) : decisions.decide(decision, x, y);
    }

    private static boolean isDecidedHere(Object x, Object y) {
        return decisions == null || (x instanceof Double && y instanceof Double);
    }

    public static boolean isLess(Object x, Object y) {
        return isDecidedHere(x, y) ? value(x) < value(y) : decisions.decide(Decision.LESS, x, y) != 0;
    }

    public static boolean isLessOrEqual(Object x, Object y) {
        return isDecidedHere(x, y) ? value(x) <= value(y) : decisions.decide(Decision.LESS_OR_EQUAL, x, y) != 0;
    }

    public static boolean isEqual(Object x, Object y) {
        return isDecidedHere(x, y) ? value(x) == value(y) : decisions.decide(Decision.EQUAL, x, y) != 0;
    }

    public static boolean isGreaterOrEqual(Object x, Object y) {
        return isDecidedHere(x, y) ? value(x) >= value(y) : decisions.decide(Decision.GREATER_OR_EQUAL, x, y) != 0;
    }

    public static boolean isGreater(Object x, Object y) {
        return isDecidedHere(x, y) ? value(x) > value(y) : decisions.decide(Decision.GREATER, x, y) != 0;
    }

    /** The instruction dcmpl. */
    public static int compareDown(Object x, Object y) {
        return (int) decided(Decision.COMPARE_DOWN, x, y);
    }

    /** The instruction dcmpg. */
    public static int compareUp(Object x, Object y) {
        return (int) decided(Decision.COMPARE_UP, x, y);
    }

    public static int toInt(Object x) {
        return x instanceof Double c ? (int) (double) c : (int) decide(Decision.WHOLE, x, ZERO);
    }

    public static long toLong(Object x) {
        return x instanceof Double c ? (long) (double) c : (long) decide(Decision.LONG, x, ZERO);
    }

    /** A decision, or what Java makes of constants. */
    static double decided(Decision decision, Object x, Object y) {
        return x instanceof Double c && y instanceof Double d ? decision.outcome(c, d) : decide(decision, x, y);
    }

    /** A function of one number that is constant between its jumps. */
    static Object step(Decision decision, Object x) {
        return decided(decision, x, ZERO);
    }

    // ---- where code that is not transformed is called

    /** What only a number that depends on no input may be. */
    public static double constant(Object x, String where) {
        if (x instanceof Number c) {
            return c.doubleValue();
        }
        if (x == null) {
            throw new NullPointerException(where);
        }
        throw new NotFollowedError(where);
    }

    public static Double boxedConstant(Object x, String where) {
        return x == null ? null : (Double) constant(x, where);
    }

    public static Number numberConstant(Object x, String where) {
        return x == null || x instanceof Number ? (Number) x : (Number) constant(x, where);
    }

    /** A copy on doubles of an array whose elements depend on no input. */
    public static double[] constants(Object[] array, String where) {
        if (array == null) {
            return null;
        }
        double[] copy = new double[array.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = constant(load(array, i), where);
        }
        return copy;
    }

    /** An array of doubles from code that is not transformed. */
    public static Object[] numbers(double[] array) {
        return array == null ? null : Arrays.stream(array).boxed().toArray(Object[]::new);
    }

    /** Ends the evaluation. */
    @SuppressWarnings("DoNotCallSuggester") // transformed code calls it
    public static void refuse(String where) {
        throw new NotFollowedError(where);
    }

    // ---- boxed numbers

    /** As {@code instanceof Double}, for numbers of the running arithmetic, too. */
    public static boolean isDouble(Object x) {
        return x instanceof Double || isNumber(x);
    }

    /** As {@code instanceof Number}. */
    public static boolean isAnyNumber(Object x) {
        return x instanceof Number || isNumber(x);
    }

    /** As {@code instanceof Comparable}. */
    public static boolean isComparable(Object x) {
        return x instanceof Comparable || isNumber(x);
    }

    /** Whether it is a number of the running arithmetic. */
    static boolean isNumber(Object x) {
        return x != null && inputs != null && x.getClass() == inputs.get(0).getClass();
    }
}
