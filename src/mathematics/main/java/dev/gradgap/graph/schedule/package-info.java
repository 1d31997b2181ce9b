/**
 * A graph scheduled into long runs of one operation, and the primal and adjoint sweeps over it.
 */
package dev.gradgap.graph.schedule;
