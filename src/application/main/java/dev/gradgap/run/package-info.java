/**
 * Running a suite: the suite file, the plan of cells, the executor that measures one fork, the rounds, the progress. What
 * is measured inside a fork is in {@code benchmarks/java}.
 */
package dev.gradgap.run;
