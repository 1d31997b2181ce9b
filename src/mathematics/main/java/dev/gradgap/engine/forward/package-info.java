/**
 * Forward mode: tangents travel from the inputs to the outputs, one pass for each input or chunk of inputs. Dual numbers
 * run the function's own code; the graph engine pushes tangents through the recorded graph.
 */
package dev.gradgap.engine.forward;
