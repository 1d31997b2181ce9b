/** How much forks vary, and what the cause may be. */
package dev.gradgap.statistics.noise;
