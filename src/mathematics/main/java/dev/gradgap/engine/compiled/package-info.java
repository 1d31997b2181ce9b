/**
 * The graph turned into JVM bytecode. {@link dev.gradgap.engine.compiled.maker.Contraction} gathers long sums, {@link
 * dev.gradgap.engine.compiled.maker.LoopFinder} finds the loops that the function was traced from, {@link
 * dev.gradgap.engine.compiled.maker.Planner} decides where every value and adjoint lives, {@link
 * dev.gradgap.engine.compiled.proof.PlanCheck} and {@link dev.gradgap.engine.compiled.proof.AdjointCheck} compare that with
 * the graph, and the emitters write one method a loop, on scalars or on vectors.
 */
package dev.gradgap.engine.compiled;
