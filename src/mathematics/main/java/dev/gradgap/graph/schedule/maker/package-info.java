/**
 * From a graph to its program: windows, runs, where results live, instructions.
 */
package dev.gradgap.graph.schedule.maker;
