/** From forks to results: cells, gaps, crossovers, scalings, and whether forks agree. */
package dev.gradgap.results.analysis;
