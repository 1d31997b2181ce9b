package dev.gradgap.engine.compiled.plan;

/**
 * How the iterations of a nest use an operand: when its value is loaded and when shares of its adjoint reach memory, or,
 * for a sum, when terms do. Decided by {@link Nest#access} alone.
 */
public enum Access {

    /** It is an item of the same iteration: value and adjoint are local variables of the iteration. */
    BODY,

    /**
     * It is the value of an item one iteration earlier: handed from iteration to iteration in a local variable, forwards
     * the value, backwards its adjoint's share.
     */
    CARRIED,

    /** All iterations of a row use the same element: loaded before them, added to after them. */
    ROW,

    /** Each iteration uses its own element, computed elsewhere: loaded when first used, added to at the iteration's end. */
    ITERATION,

    /** Other iterations compute it or add to it: loaded and added to in the order of the items. */
    AT_ONCE
}
