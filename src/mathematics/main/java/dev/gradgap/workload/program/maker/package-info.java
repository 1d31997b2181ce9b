/** How random programs are drawn: loops, indices, expressions, and the patterns that planners find difficult. */
package dev.gradgap.workload.program.maker;
