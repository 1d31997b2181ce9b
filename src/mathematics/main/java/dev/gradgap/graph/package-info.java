/**
 * The computation graph: an immutable Wengert list in primitive arrays, the operations with their values and local
 * partials, tracing a function into a graph, statistics and DOT.
 */
package dev.gradgap.graph;
