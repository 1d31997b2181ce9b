/** The charts with logarithmic axes, each defined once: report.html shows them to choose from, plots/ cut into pieces. */
package dev.gradgap.report.chart;
