package dev.gradgap.engine.forward;

/**
 * A dual number: a value and its derivative along one direction of the inputs.
 *
 * <p>Source: W. K. Clifford, Preliminary sketch of biquaternions, Proc. London Math. Soc. 4, 1873; as a way to
 * differentiate: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sec. 3.1.
 */
record Dual(double value, double tangent) {}
