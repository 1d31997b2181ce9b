/**
 * What can be differentiated: a {@link dev.gradgap.function.DifferentiableFunction} is written once against an {@link
 * dev.gradgap.function.Arithmetic} over its number type and then runs, unchanged, on plain doubles, dual numbers, tape
 * variables, the tracer that records its computation graph, and the numbers of other libraries.
 */
package dev.gradgap.function;
