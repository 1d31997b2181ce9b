package dev.gradgap.verify;

/**
 * The right answers at some positions of a vector.
 *
 * @see Oracle
 */
final class Expected {
    private final int[] positions;
    private final double[] values;
    private final double[] uncertainties;

    /**
     * Right answers.
     *
     * @param positions where in the vector they belong
     * @param values the answers, one for each position
     * @param uncertainties how far each answer may itself be off
     */
    Expected(int[] positions, double[] values, double[] uncertainties) {
        this.positions = positions;
        this.values = values;
        this.uncertainties = uncertainties;
    }

    int size() {
        return positions.length;
    }

    int position(int k) {
        return positions[k];
    }

    double value(int k) {
        return values[k];
    }

    double uncertainty(int k) {
        return uncertainties[k];
    }

    /** The answers weighted and summed, with the sum of their weighted uncertainties. */
    Expected dot(double[] weights) {
        double sum = 0;
        double uncertainty = 0;
        for (int k = 0; k < positions.length; k++) {
            sum += weights[positions[k]] * values[k];
            uncertainty += Math.abs(weights[positions[k]]) * uncertainties[k];
        }
        return new Expected(new int[1], new double[] {sum}, new double[] {uncertainty});
    }
}
