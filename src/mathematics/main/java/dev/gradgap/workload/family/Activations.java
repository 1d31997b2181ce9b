package dev.gradgap.workload.family;

/** What hand-written adjoints of saturating functions need, right to a few units in the last place in the tails, too. */
final class Activations {

    private Activations() {}

    /**
     * The derivative of tanh. Far from 0 it is not 1 - tanh², of which the rounded value has kept no digits, but 4 e / (1 +
     * e)² with e = exp(-2 |x|); no function need be called where nothing is saturated.
     *
     * @param tanh the value at x
     */
    static double tanhDerivative(double x, double tanh) {
        double square = tanh * tanh;
        if (square < 0.5) {
            return 1 - square;
        }
        double decay = Math.exp(-2 * Math.abs(x));
        return 4 * decay / ((1 + decay) * (1 + decay));
    }

    /** 1 / (1 + exp(-x)), also where exp(-x) overflows. */
    static double logistic(double x) {
        double decay = Math.exp(-Math.abs(x));
        return (x < 0 ? decay : 1) / (1 + decay);
    }
}
