/** The generator of random graphs. */
package dev.gradgap.workload.random;
