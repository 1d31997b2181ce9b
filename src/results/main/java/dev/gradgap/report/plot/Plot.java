package dev.gradgap.report.plot;

import org.jfree.chart.JFreeChart;

/** A drawing of a run. */
sealed interface Plot permits LogLogPlot, JacobianPlot, RankingPlot {

    /** The whole page: title, explanation, plot and legend. */
    JFreeChart chart();
}
