package dev.gradgap.engine.compiled.code;

/** The tangents of the inputs in a range of iterations. */
enum Seeds {
    /** None of the inputs has one: nothing is computed for what depends on these inputs alone. */
    NONE,
    /** Each input has its element of a direction. */
    DIRECTION,
    /** Tangent t is 1 for the t-th input from the first seeded one on and 0 for all others; never written down. */
    ONE_HOT
}
