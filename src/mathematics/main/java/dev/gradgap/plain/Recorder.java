package dev.gradgap.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides by values, and notes down what. For one evaluation. */
final class Recorder implements Decisions {

    private static final ValueArithmetic VALUES = new ValueArithmetic();

    private final boolean withPlaces;
    private final List<Decided> path = new ArrayList<>();
    private final List<String> places = new ArrayList<>();

    /**
     * Notes nothing yet.
     *
     * @param withPlaces whether to note where in the source, too, which takes a look at the stack each time
     */
    Recorder(boolean withPlaces) {
        this.withPlaces = withPlaces;
    }

    List<Decided> path() {
        return path;
    }

    List<String> places() {
        return places;
    }

    @Override
    public double decide(Decision decision, Object x, Object y) {
        double outcome = decision.outcome(value(x), value(y));
        path.add(new Decided(decision, outcome));
        if (withPlaces) {
            places.add(place().orElse("?") + " " + decision.sign());
        }
        return outcome;
    }

    private static double value(Object x) {
        return x instanceof ValueArithmetic.Value number ? VALUES.value(number) : (Double) x;
    }

    /** The innermost line of the user's. */
    private static Optional<String> place() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(frame -> isOfUser(frame.getDeclaringClass()))
                        .findFirst()
                        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber()));
    }

    private static boolean isOfUser(Class<?> type) {
        String name = type.getName().replace('.', '/');
        return type.getClassLoader() instanceof ProgramLoader
                && !name.startsWith(PlainProgram.RUNNING)
                && !name.startsWith(TypeMap.LIBRARY)
                && !name.startsWith(TypeMap.COPIED);
    }
}
