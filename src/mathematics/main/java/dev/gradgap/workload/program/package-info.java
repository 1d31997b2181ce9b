/**
 * Random programs: nests of counted loops over arrays and accumulators, made from a seed, which shrink and print as
 * Java. They are what the engines are tried on, and the workload {@code random-program}.
 */
package dev.gradgap.workload.program;
