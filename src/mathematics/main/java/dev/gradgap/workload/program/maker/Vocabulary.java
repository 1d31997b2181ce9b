package dev.gradgap.workload.program.maker;

import dev.gradgap.graph.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What expressions are made of. */
enum Vocabulary {
    /** Every operation, on operands that lie anywhere. */
    ANY(weighted(EnumSet.allOf(Operation.class))),

    /** Common operations, on operands that move in step with the innermost loop, so that iterations can run in lanes. */
    IN_STEP(List.of(
            Operation.ADD,
            Operation.ADD,
            Operation.SUBTRACT,
            Operation.MULTIPLY,
            Operation.MULTIPLY,
            Operation.SQUARE,
            Operation.NEGATE,
            Operation.DIVIDE,
            Operation.RECIPROCAL,
            Operation.MAX,
            Operation.MAX,
            Operation.MIN,
            Operation.ABS,
            Operation.SQRT,
            Operation.EXP,
            Operation.LOG,
            Operation.SIN,
            Operation.COS,
            Operation.TANH)),

    /**
     * Operations without kinks, on operands in step of which none is a constant: those there were when programs of them were
     * first measured. With another one they would be other programs.
     */
    SMOOTH(smoothOperations());

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<Operation> operations;

    Vocabulary(List<Operation> operations) {
        this.operations = operations;
    }

    private static List<Operation> weighted(Set<Operation> chosen) {
        List<Operation> operations = new ArrayList<>();
        for (Operation operation : chosen) {
            int times =
                    switch (operation) {
                        case ADD, MULTIPLY -> 14;
                        case SUBTRACT -> 8;
                        case MAX, MIN, SIN, SQUARE, DIVIDE, RECIPROCAL -> 3;
                        default -> 1;
                    };
            operations.addAll(Collections.nCopies(times, operation));
        }
        return List.copyOf(operations);
    }

    private static List<Operation> smoothOperations() {
        return weighted(EnumSet.range(Operation.ADD, Operation.HYPOT)).stream()
                .filter(operation -> switch (operation) {
                    case MAX, MIN, ABS -> false;
                    default -> true;
                })
                .toList();
    }

    /** The next operation to use. */
    Operation operation(Draws draws) {
        return draws.oneOf(operations);
    }

    /** Whether all operands move in step with the innermost loop. */
    boolean isInStep() {
        return this != ANY;
    }

    /** Whether operands may be constants. */
    boolean hasConstants() {
        return this != SMOOTH;
    }
}
