/**
 * What the sweeps execute, and the lists that it is written in.
 */
package dev.gradgap.graph.schedule.program;
