/**
 * From a graph to a plan: {@link dev.gradgap.engine.compiled.maker.Contraction} gathers long sums, {@link
 * dev.gradgap.engine.compiled.maker.LoopFinder} finds the loops that the function was traced from, {@link
 * dev.gradgap.engine.compiled.maker.Planner} decides where every value and adjoint lives.
 */
package dev.gradgap.engine.compiled.maker;
