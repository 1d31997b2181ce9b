package dev.gradgap.engine;

import java.util.Locale;

/** What is measured of an engine. */
public enum Operator {
    /** The function's value alone. */
    PRIMAL,
    /** Making the engine ready for one function: tracing, compiling, allocating. */
    PREPARE,
    /** One forward sweep that leaves what the reverse sweep needs. */
    RECORD,
    /** One tangent carried from the inputs to the outputs (Jacobian times vector). */
    PUSHFORWARD,
    /** One adjoint carried from the outputs to the inputs (vector times Jacobian). */
    PULLBACK,
    /** All derivatives of a function with one output. */
    GRADIENT,
    /** All derivatives of a function with several outputs. */
    JACOBIAN;

    /** The operator of all derivatives of a function. */
    public static Operator allDerivatives(int outputs) {
        return outputs == 1 ? GRADIENT : JACOBIAN;
    }

    /** Whether it is that of all derivatives: gradient or Jacobian. */
    public boolean isAllDerivatives() {
        return this == GRADIENT || this == JACOBIAN;
    }

    /** The name in lower case, as in every table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
