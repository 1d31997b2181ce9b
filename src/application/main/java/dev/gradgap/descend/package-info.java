/**
 * Gradient descent, to see what a derivative is for and what a step costs by forward and by reverse mode. A demonstration,
 * not a measurement: one process, wall clock.
 */
package dev.gradgap.descend;
