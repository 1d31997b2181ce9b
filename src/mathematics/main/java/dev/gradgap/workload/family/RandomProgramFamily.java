package dev.gradgap.workload.family;

import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.program.Program;
import dev.gradgap.workload.program.maker.LayeredProgram;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Random programs, {@link LayeredProgram}: what {@code random} is not, loops over arrays. A user may set, as in {@code
 * random-program:operations=40:loops=7}:
 *
 * <ul>
 *   <li>{@code loops}: how many loops over all elements there are one after another, from 1 to 100;
 *   <li>{@code operations}: for each input, at least 6 for each loop and 2, at most 1000.
 * </ul>
 *
 * <p>The coordinates of the sample point are uniform on [-1, 1). The plain primal interprets the program, so that cost
 * ratios are not comparable with those of other families; there is no hand-written adjoint.
 *
 * <p>Source: this project; random programs as tests of compilers, X. Yang, Y. Chen, E. Eide and J. Regehr, Finding and
 * understanding bugs in C compilers, PLDI 2011.
 */
final class RandomProgramFamily extends ParametricFamily {

    private static final int MOST_LOOPS = 100;
    private static final int MOST_OPERATIONS = 1000;

    private final int operations;
    private final int loops;

    RandomProgramFamily() {
        this(new Parameters("random-program", defaults()));
    }

    private RandomProgramFamily(Parameters parameters) {
        super(
                parameters,
                "random program",
                "f(x) = the weighted sum of an array after random loops over it: neighbours, row sums, recurrences",
                "this project; compare Yang, Chen, Eide and Regehr, Finding and understanding bugs in C compilers, 2011");
        loops = number("loops", 1, MOST_LOOPS);
        int fewest = LayeredProgram.FEWEST_OPERATIONS * loops + LayeredProgram.SUM_OPERATIONS;
        String withLoops = " with " + loops + (loops == 1 ? " loop" : " loops");
        operations = number("operations", fewest, MOST_OPERATIONS, withLoops);
    }

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("operations", "20");
        defaults.put("loops", "3");
        return Collections.unmodifiableMap(defaults);
    }

    @Override
    WorkloadFamily with(Parameters newParameters) {
        return new RandomProgramFamily(newParameters);
    }

    /** So many that the nodes can be numbered by an int. */
    @Override
    public int maxInputs() {
        return Math.min(MAX_INPUTS, (Integer.MAX_VALUE - 1024) / (operations + 2));
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(LayeredProgram.operations(inputs, operations, loops));
    }

    @Override
    public boolean hasReference() {
        return false;
    }

    @Override
    Workload member(int inputs, long seed) {
        Program program = LayeredProgram.of(new Seed(seed), inputs, operations, loops);
        return new Workload(name(), program, program.point());
    }
}
