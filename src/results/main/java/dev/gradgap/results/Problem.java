package dev.gradgap.results;

/**
 * What engines are compared at: a workload of a size.
 *
 * @param workload the workload's name
 * @param inputs its number of inputs
 */
public record Problem(String workload, int inputs) {}
