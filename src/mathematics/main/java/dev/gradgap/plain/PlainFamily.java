package dev.gradgap.plain;

import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import java.util.Arrays;
import java.util.Optional;

/**
 * A user's method as a family of functions. Its point is the given one; or what a static method {@code double[] point(int n)} of
 * its class says; or random, uniform on [0.5, 1.5).
 */
final class PlainFamily implements WorkloadFamily {

    private static final int MOST_INPUTS = 100_000_000;
    private static final int LARGEST_SMALLEST = 64;
    private static final long SEED = 1;

    private final String name;
    private final String source;
    private final PlainProgram program;
    private final Optional<double[]> given;
    private int smallest;

    /**
     * A family.
     *
     * @param source where the code comes from
     * @param given the point, if it is not the method's own
     */
    PlainFamily(String name, String source, PlainProgram program, Optional<double[]> given) {
        this.name = name;
        this.source = source;
        this.program = program;
        this.given = given;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String family() {
        return "plain Java";
    }

    @Override
    public String definition() {
        String point = given.isPresent()
                ? "a given point"
                : hasOwnPoint() ? "the point of its method point" : "a random point, uniform on [0.5, 1.5)";
        return "the method " + program.method().inWords() + ", at " + point;
    }

    @Override
    public String source() {
        return source;
    }

    private boolean isFixed() {
        return program.method().form() == FunctionForm.SCALARS || given.isPresent();
    }

    /** The smallest number at which the method gives a finite number, if it is a small one. */
    @Override
    public int minInputs() {
        if (smallest == 0) {
            smallest = isFixed()
                    ? given.map(point -> point.length)
                            .orElseGet(() -> program.method().scalars())
                    : firstThatWorks();
        }
        return smallest;
    }

    private int firstThatWorks() {
        for (int n = 1; n <= LARGEST_SMALLEST; n++) {
            if (works(n)) {
                return n;
            }
        }
        return 1;
    }

    private boolean works(int n) {
        try {
            valuesAt(point(n, SEED));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public int maxInputs() {
        return isFixed() ? minInputs() : MOST_INPUTS;
    }

    @Override
    public int outputs(int inputs) {
        return switch (program.method().form()) {
            case SCALARS, ARRAY -> 1;
            case ARRAY_TO_ARRAY -> program.outputsAt(point(inputs, SEED));
            case INTO_ARRAY -> program.ask("outputs", Integer.class, inputs).orElse(inputs);
        };
    }

    @Override
    public Workload create(int inputs, long seed) {
        double[] point = point(inputs, seed);
        TransformedFunction function = new TransformedFunction(program, point, valuesAt(point).length);
        try {
            function.path();
        } catch (NotFollowedError e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return new Workload(name, function, point);
    }

    /** The values of the original at a point. */
    private double[] valuesAt(double[] point) {
        String what = program.method().inWords() + " with " + point.length + (point.length == 1 ? " input" : " inputs");
        double[] values = new double[outputs(point.length)];
        try {
            program.original().evaluate(point.clone(), values);
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) { // whatever the user's code throws
            throw new IllegalArgumentException(what + " throws " + e + place(e), e);
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(what + " gives " + value
                        + " at its point; give another with --at FILE, or a static method double[] point(int n)");
            }
        }
        return values;
    }

    private static String place(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java."))
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
    }

    private boolean hasOwnPoint() {
        return program.ask("point", double[].class, minInputs()).isPresent();
    }

    private double[] point(int n, long seed) {
        double[] point = given.or(() -> program.ask("point", double[].class, n)).orElseGet(() -> {
            Seed random = new Seed(seed);
            double[] sample = new double[n];
            Arrays.setAll(sample, i -> random.nextDouble(0.5, 1.5));
            return sample;
        });
        if (point.length != n) {
            throw new IllegalArgumentException(
                    "the point of " + program.method().inWords() + " has " + point.length + " numbers where there are "
                            + n + " inputs");
        }
        return point;
    }
}
