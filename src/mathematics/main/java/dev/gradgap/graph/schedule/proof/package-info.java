/**
 * Whether a program computes what its graph says, by {@link dev.gradgap.graph.schedule.proof.ProgramCheck}: from graph and
 * program alone, knowing nothing of what made the program.
 */
package dev.gradgap.graph.schedule.proof;
