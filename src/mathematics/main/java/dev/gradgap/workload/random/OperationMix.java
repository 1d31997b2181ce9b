package dev.gradgap.workload.random;

import static dev.gradgap.graph.Operation.ADD;
import static dev.gradgap.graph.Operation.COS;
import static dev.gradgap.graph.Operation.DIVIDE;
import static dev.gradgap.graph.Operation.EXP;
import static dev.gradgap.graph.Operation.HYPOT;
import static dev.gradgap.graph.Operation.LOG1P;
import static dev.gradgap.graph.Operation.MULTIPLY;
import static dev.gradgap.graph.Operation.SIGMOID;
import static dev.gradgap.graph.Operation.SIN;
import static dev.gradgap.graph.Operation.SQRT;
import static dev.gradgap.graph.Operation.SQUARE;
import static dev.gradgap.graph.Operation.SUBTRACT;
import static dev.gradgap.graph.Operation.TANH;

import dev.gradgap.graph.Operation;
import dev.gradgap.workload.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which operations a random graph is made of, and how often each is proposed; a repeated one is proposed more often.
 */
public enum OperationMix {
    /** Additions, multiplications and squares: nothing costs more than a few cycles. */
    POLYNOMIAL(ADD, ADD, ADD, SUBTRACT, SUBTRACT, MULTIPLY, MULTIPLY, MULTIPLY, SQUARE),

    /** Half arithmetic, half the common smooth elementary functions. */
    SMOOTH(ADD, ADD, SUBTRACT, SUBTRACT, MULTIPLY, MULTIPLY, DIVIDE, SQUARE, EXP, LOG1P, SIN, COS, TANH, SQRT, SIGMOID),

    /**
     * Every operation there was when these graphs were first measured: with another one they would be other graphs. Those that
     * can make a derivative exactly zero are rare.
     */
    MIXED(operationsUpTo(HYPOT));

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<Operation> proposals;

    OperationMix(Operation... proposals) {
        this(List.of(proposals));
    }

    OperationMix(List<Operation> proposals) {
        this.proposals = proposals;
    }

    private static List<Operation> operationsUpTo(Operation last) {
        List<Operation> proposals = new ArrayList<>();
        for (Operation operation : EnumSet.range(ADD, last)) {
            int times =
                    switch (operation) {
                        case ADD -> 6;
                        case SUBTRACT, MULTIPLY -> 4;
                        case NEGATE, ABS, MAX, MIN -> 1;
                        default -> 2;
                    };
            proposals.addAll(Collections.nCopies(times, operation));
        }
        return List.copyOf(proposals);
    }

    /** The operation to try next. */
    Operation propose(Seed seed) {
        return proposals.get(seed.nextInt(proposals.size()));
    }

    /** The name that users write, lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names that users may write. */
    public static List<String> labels() {
        return Stream.of(values()).map(OperationMix::label).toList();
    }
}
