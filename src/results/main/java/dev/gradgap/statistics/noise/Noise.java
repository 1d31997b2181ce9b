package dev.gradgap.statistics.noise;

import dev.gradgap.statistics.ForkStatistics;
import dev.gradgap.statistics.Samples;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How much the forks of one cell differ, over all cells of a run. A cell's noise is the coefficient of variation of
 * its fork values: standard deviation over mean, a fraction (0.02 is 2 %).
 *
 * @param median the noise that half of the cells stay below
 * @param percentile90 the noise that nine cells in ten stay below. It includes the scatter of the cells' own
 *     estimates: with three forks it is about 1.8 times the median even if all cells are equally noisy, with ten
 *     about 1.3 times
 * @param cells the number of cells with at least two forks, which is what the others are taken over
 */
public record Noise(double median, double percentile90, int cells) {

    /**
     * The noise of a run. A cell's is computed from its logarithms, as sqrt(exp(σ²) - 1), the coefficient of
     * variation of a lognormal distribution. Of σ the median-unbiased estimate is taken, s sqrt((n - 1) / (median
     * of χ² with n - 1 degrees of freedom)): the plain s of two forks is below σ in two cells of three, so that the
     * median over cells would be a third too small.
     *
     * @param forkValuesByCell for each cell one positive value per fork, in any unit; cells with fewer than two are
     *     left out
     * @return empty if no cell has two forks
     * @throws IllegalArgumentException if a value of a cell with two forks is not positive and finite
     */
    public static Optional<Noise> of(List<double[]> forkValuesByCell) {
        double[] noises = forkValuesByCell.stream()
                .filter(values -> values.length >= 2)
                .mapToDouble(Noise::ofCell)
                .toArray();
        return noises.length == 0
                ? Optional.empty()
                : Optional.of(
                        new Noise(ForkStatistics.median(noises), StatUtils.percentile(noises, 90), noises.length));
    }

    private static double ofCell(double[] forkValues) {
        double degrees = forkValues.length - 1.0;
        double median = new ChiSquaredDistribution(null, degrees).inverseCumulativeProbability(0.5);
        double variance = StatUtils.variance(Samples.logarithms(forkValues, "fork values")) * degrees / median;
        return Math.sqrt(Math.expm1(variance));
    }
}
