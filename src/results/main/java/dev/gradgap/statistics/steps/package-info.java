/** Where the level of a noisy series steps, and how often that is said of a series that has no step. */
package dev.gradgap.statistics.steps;
