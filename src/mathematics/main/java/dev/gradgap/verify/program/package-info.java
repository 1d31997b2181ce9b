/**
 * Engines on random programs: everything an engine can compute, in several calls and at several points, against an error
 * analysis of the program's graph.
 */
package dev.gradgap.verify.program;
