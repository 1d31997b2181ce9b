/** Measurements: what one fork saw, what a cell, a gap, a crossover and a scaling fit are, and how they are kept in files. */
package dev.gradgap.results;
