/**
 * Forward mode on a graph: dense passes with reused slots and vector instructions where the JVM has them, and sparse
 * passes that visit only what an input reaches.
 */
package dev.gradgap.graph.tangent;
