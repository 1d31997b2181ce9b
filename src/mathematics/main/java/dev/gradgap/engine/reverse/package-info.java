/**
 * Reverse mode: adjoints travel from the outputs to the inputs, one sweep for each output. The tape is recorded while
 * the function's own code runs; the graph engine pulls adjoints back through a graph recorded once.
 */
package dev.gradgap.engine.reverse;
