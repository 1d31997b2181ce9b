/**
 * A plan as JVM bytecode: one method a loop, on scalars or on vectors, in hidden classes of the engines' package. The
 * emitters decide nothing.
 */
package dev.gradgap.engine.compiled.code;
