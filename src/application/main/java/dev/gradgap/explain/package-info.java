/**
 * A computation graph explained as a teacher would at the blackboard: the values from the inputs up, the local partial on
 * every edge, forward mode from each input in turn, reverse mode from each output, and how many edges each had to visit.
 */
package dev.gradgap.explain;
