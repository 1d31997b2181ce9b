package dev.gradgap.workload.program.maker;

/** The forms of {@link Patterns}. */
enum Pattern {
    LINE_STENCIL,
    PLANE_STENCIL,
    BUTTERFLY,
    SUBSTITUTION,
    SCAN,
    REDUCE_THEN_RECUR,
    NESTED_ACCUMULATE,
    CONSTANT_RUNS,
    TIES,
    RUNNING_PRODUCT,
    LONG_BODY,
    MATRIX_VECTOR,
    SORTING,
    RECURRENCE,
    STRAIGHT,
    TIME_STEPS,
    CONVOLUTION,
    EVERY_OPERATION,
    SCATTERED_ROWS,
    GATHER,
    RAGGED_ROWS,
    SCATTERED_LOOPS,
    SPREAD_INPUTS,
    PIVOT,
    HALVES,
    LEADS,
    TREE
}
