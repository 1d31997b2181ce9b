/** How often steps are found, and said falsely, in series whose truth is known; beside two methods of textbooks. */
package dev.gradgap.statistics.steps.simulation;
