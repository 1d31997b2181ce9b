/**
 * Whether a plan is what its graph says, values by {@link dev.gradgap.engine.compiled.proof.PlanCheck}, adjoints by {@link
 * dev.gradgap.engine.compiled.proof.AdjointCheck}: from graph and plan alone, knowing nothing of what made the plan.
 */
package dev.gradgap.engine.compiled.proof;
