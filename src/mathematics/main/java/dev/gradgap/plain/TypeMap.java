package dev.gradgap.plain;

import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Type;

/**
 * What becomes of types: a double is an object, and so is whatever may hold one. Interfaces and small classes of the JDK whose
 * methods take or give doubles are transformed like the user's, under other names, since nobody may define a class in {@code java}.
 */
final class TypeMap {

    static final String OBJECT = "java/lang/Object";
    static final String COPIED = "dev/gradgap/plain/copied/";
    static final String LIBRARY = "dev/gradgap/plain/library/";
    static final String DOUBLES = LIBRARY + "Doubles";

    private static final String DOUBLE_STREAM = "java/util/stream/DoubleStream";
    private static final Set<String> NUMBERS = Set.of("java/lang/Double", "java/lang/Number", "java/lang/Comparable");
    private static final Set<String> COPIES = Set.of(
            "java/util/function/DoubleBinaryOperator",
            "java/util/function/DoubleConsumer",
            "java/util/function/DoubleFunction",
            "java/util/function/DoublePredicate",
            "java/util/function/DoubleSupplier",
            "java/util/function/DoubleToIntFunction",
            "java/util/function/DoubleToLongFunction",
            "java/util/function/DoubleUnaryOperator",
            "java/util/function/IntToDoubleFunction",
            "java/util/function/LongToDoubleFunction",
            "java/util/function/ObjDoubleConsumer",
            "java/util/function/ToDoubleBiFunction",
            "java/util/function/ToDoubleFunction",
            "java/util/OptionalDouble",
            "java/util/DoubleSummaryStatistics");

    private final Predicate<String> isOfUser;

    /**
     * A map.
     *
     * @param isOfUser whether an internal name is that of one of the user's classes
     */
    TypeMap(Predicate<String> isOfUser) {
        this.isOfUser = isOfUser;
    }

    /** Whether the code of a class is transformed. */
    boolean isFollowed(String name) {
        return isOfUser.test(name)
                || COPIES.contains(name)
                || name.equals(DOUBLE_STREAM)
                || name.startsWith(LIBRARY)
                || name.startsWith(COPIED);
    }

    /** Whether a class is one of the JDK's that is transformed under another name. */
    static boolean isCopy(String name) {
        return COPIES.contains(name);
    }

    /** The original of a class that is transformed under another name. */
    static String original(String copied) {
        String simple = copied.substring(COPIED.length());
        return COPIES.stream()
                .filter(name -> name.endsWith("/" + simple))
                .findFirst()
                .orElseThrow(() -> new NotFollowedError("there is no copy " + copied));
    }

    boolean isStream(String name) {
        return name.equals(DOUBLE_STREAM);
    }

    static boolean isNumber(String name) {
        return NUMBERS.contains(name);
    }

    /** What an internal name becomes, which may be that of an array. */
    String name(String name) {
        if (name.startsWith("[")) {
            return descriptor(name);
        }
        return NUMBERS.contains(name) ? OBJECT : className(name);
    }

    /** What the name of a class becomes where a class itself is meant, such as the one that is extended. */
    String className(String name) {
        if (COPIES.contains(name)) {
            return COPIED + name.substring(name.lastIndexOf('/') + 1);
        }
        return name.equals(DOUBLE_STREAM) ? DOUBLES : name;
    }

    /** What a descriptor becomes, of a field or of a method. */
    String descriptor(String descriptor) {
        Type type = Type.getType(descriptor);
        return switch (type.getSort()) {
            case Type.DOUBLE -> "L" + OBJECT + ";";
            case Type.ARRAY ->
                "[".repeat(type.getDimensions())
                        + descriptor(type.getElementType().getDescriptor());
            case Type.OBJECT -> "L" + name(type.getInternalName()) + ";";
            case Type.METHOD -> {
                StringBuilder mapped = new StringBuilder("(");
                for (Type argument : type.getArgumentTypes()) {
                    mapped.append(descriptor(argument.getDescriptor()));
                }
                yield mapped.append(')')
                        .append(descriptor(type.getReturnType().getDescriptor()))
                        .toString();
            }
            default -> descriptor;
        };
    }

    Type type(Type type) {
        return Type.getType(descriptor(type.getDescriptor()));
    }

    /** Whether a descriptor becomes another one. */
    boolean isChanged(String descriptor) {
        return !descriptor(descriptor).equals(descriptor);
    }
}
