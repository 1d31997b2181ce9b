package dev.gradgap.plain;

import java.util.Arrays;
import java.util.Optional;
import org.objectweb.asm.Type;

/** The forms that a function in plain Java may have. */
public enum FunctionForm {
    /** {@code double f(double, double, ...)}. */
    SCALARS,
    /** {@code double f(double[])}. */
    ARRAY,
    /** {@code double[] f(double[])}. */
    ARRAY_TO_ARRAY,
    /** {@code void f(double[] in, double[] out)}. */
    INTO_ARRAY;

    /** The forms, as they are written. */
    public static final String ALL =
            "double f(double[]), double f(double, double, ...), double[] f(double[]), void f(double[] in, double[] out)";

    /** The form of a method; empty if it has none of these. */
    static Optional<FunctionForm> of(String descriptor) {
        return switch (descriptor) {
            case "([D)D" -> Optional.of(ARRAY);
            case "([D)[D" -> Optional.of(ARRAY_TO_ARRAY);
            case "([D[D)V" -> Optional.of(INTO_ARRAY);
            default -> {
                Type[] parameters = Type.getArgumentTypes(descriptor);
                boolean scalars = parameters.length > 0
                        && Type.getReturnType(descriptor).equals(Type.DOUBLE_TYPE)
                        && Arrays.stream(parameters).allMatch(Type.DOUBLE_TYPE::equals);
                yield scalars ? Optional.of(SCALARS) : Optional.empty();
            }
        };
    }
}
