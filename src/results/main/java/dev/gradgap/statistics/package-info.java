/**
 * Statistics of times: intervals from forks, ratios, power laws, crossovers, sampling of passes. Knows nothing of
 * derivatives; commons-math3 does the mathematics.
 */
package dev.gradgap.statistics;
