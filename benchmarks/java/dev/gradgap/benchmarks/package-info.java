/** The JMH harness: what is timed inside a fork. One fork measures one operator of one engine on one workload. */
package dev.gradgap.benchmarks;
