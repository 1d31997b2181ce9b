/** What a run says, before it is drawn or told: points, fits, rankings, maps, and the verdict's sentences. */
package dev.gradgap.report.finding;
