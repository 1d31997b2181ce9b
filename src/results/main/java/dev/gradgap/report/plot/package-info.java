/** The plots as SVG and PNG, drawn by JFreeChart: the same bytes for the same results. */
package dev.gradgap.report.plot;
