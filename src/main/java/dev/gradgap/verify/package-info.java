/**
 * Is the derivative right: every engine is checked against the hand-written adjoint or finite differences before it is
 * timed. A {@link dev.gradgap.verify.GradientCheck} asks an {@link dev.gradgap.verify.Oracle} and gives a {@link
 * dev.gradgap.verify.Verdict}.
 */
package dev.gradgap.verify;
