package dev.gradgap.plain.running;

import dev.gradgap.function.Angles;
import dev.gradgap.function.BinaryElemental;
import dev.gradgap.function.Choices;
import dev.gradgap.function.Powers;
import dev.gradgap.plain.Decision;

/** What methods of {@code Math} and {@code StrictMath} become that are operations, or decisions. */
public final class RunningMath {

    private static final double LN10 = Math.log(10);

    private RunningMath() {}

    private static Object apply(BinaryElemental f, Object x, Object y) {
        if (x instanceof Double c) {
            return y instanceof Double d ? (Object) f.value(c, d) : Running.a.apply(f, (double) c, y);
        }
        return y instanceof Double d ? Running.a.apply(f, x, (double) d) : f.on(Running.a, x, y);
    }

    public static Object abs(Object x) {
        return x instanceof Double c ? (Object) Math.abs(c) : Running.a.abs(x);
    }

    public static Object max(Object x, Object y) {
        return apply(Choices.MAX, x, y);
    }

    public static Object min(Object x, Object y) {
        return apply(Choices.MIN, x, y);
    }

    public static Object sqrt(Object x) {
        return x instanceof Double c ? (Object) Math.sqrt(c) : Running.a.sqrt(x);
    }

    public static Object cbrt(Object x) {
        return x instanceof Double c ? (Object) Math.cbrt(c) : Running.a.cbrt(x);
    }

    public static Object pow(Object x, Object y) {
        if (y instanceof Double d) {
            return x instanceof Double c ? (Object) Math.pow(c, d) : Running.a.pow(x, (double) d);
        }
        return apply(Powers.POW, x, y);
    }

    public static Object exp(Object x) {
        return x instanceof Double c ? (Object) Math.exp(c) : Running.a.exp(x);
    }

    public static Object expm1(Object x) {
        return x instanceof Double c ? (Object) Math.expm1(c) : Running.a.expm1(x);
    }

    public static Object log(Object x) {
        return x instanceof Double c ? (Object) Math.log(c) : Running.a.log(x);
    }

    public static Object log1p(Object x) {
        return x instanceof Double c ? (Object) Math.log1p(c) : Running.a.log1p(x);
    }

    public static Object log10(Object x) {
        return x instanceof Double c
                ? (Object) Math.log10(c)
                : Running.corrected(
                        Running.a.divide(Running.a.log(x), LN10), Running.replaying ? 0 : Math.log10(Running.value(x)));
    }

    public static Object sin(Object x) {
        return x instanceof Double c ? (Object) Math.sin(c) : Running.a.sin(x);
    }

    public static Object cos(Object x) {
        return x instanceof Double c ? (Object) Math.cos(c) : Running.a.cos(x);
    }

    public static Object tan(Object x) {
        return x instanceof Double c ? (Object) Math.tan(c) : Running.a.tan(x);
    }

    public static Object asin(Object x) {
        return x instanceof Double c ? (Object) Math.asin(c) : Running.a.asin(x);
    }

    public static Object acos(Object x) {
        return x instanceof Double c ? (Object) Math.acos(c) : Running.a.acos(x);
    }

    public static Object atan(Object x) {
        return x instanceof Double c ? (Object) Math.atan(c) : Running.a.atan(x);
    }

    public static Object atan2(Object y, Object x) {
        return apply(Angles.ATAN2, y, x);
    }

    public static Object sinh(Object x) {
        return x instanceof Double c ? (Object) Math.sinh(c) : Running.a.sinh(x);
    }

    public static Object cosh(Object x) {
        return x instanceof Double c ? (Object) Math.cosh(c) : Running.a.cosh(x);
    }

    public static Object tanh(Object x) {
        return x instanceof Double c ? (Object) Math.tanh(c) : Running.a.tanh(x);
    }

    public static Object hypot(Object x, Object y) {
        return apply(Powers.HYPOT, x, y);
    }

    public static Object fma(Object x, Object y, Object z) {
        if (x instanceof Double c && y instanceof Double d && z instanceof Double e) {
            return Math.fma(c, d, e);
        }
        return Running.corrected(
                Running.add(Running.multiply(x, y), z),
                Running.replaying ? 0 : Math.fma(Running.value(x), Running.value(y), Running.value(z)));
    }

    public static Object scalb(Object x, int exponent) {
        return Running.multiply(x, Math.scalb(1.0, exponent));
    }

    public static Object copySign(Object magnitude, Object sign) {
        return Running.decided(Decision.SAME_SIGN, magnitude, sign) != 0 ? magnitude : Running.negate(magnitude);
    }

    public static Object IEEEremainder(Object x, Object y) { // named as the method it stands for
        return x instanceof Double c && y instanceof Double d
                ? (Object) Math.IEEEremainder(c, d)
                : Running.remainder(
                        x,
                        y,
                        Running.decide(Decision.NEAREST_QUOTIENT, x, y),
                        Running.replaying ? 0 : Math.IEEEremainder(Running.value(x), Running.value(y)));
    }

    public static Object floor(Object x) {
        return Running.step(Decision.FLOOR, x);
    }

    public static Object ceil(Object x) {
        return Running.step(Decision.CEILING, x);
    }

    public static Object rint(Object x) {
        return Running.step(Decision.NEAREST, x);
    }

    public static Object signum(Object x) {
        return Running.step(Decision.SIGN, x);
    }

    public static long round(Object x) {
        return x instanceof Double c ? Math.round(c) : (long) Running.decide(Decision.ROUND, x, x);
    }
}
