/**
 * The generator: families of functions from one input to tens of millions, seeded, each with its mathematical
 * definition, its source, a sample point, and where they exist a plain-Java primal and a hand-written adjoint.
 */
package dev.gradgap.workload;
