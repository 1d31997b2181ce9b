package dev.gradgap.engine.compiled;

import dev.gradgap.engine.compiled.Operand.Home;

/** Where the outputs lie: in slots, among the inputs, or in constants. */
final class Outputs {

    private final Operand[] places;

    Outputs(Operand[] places) {
        this.places = places;
    }

    int size() {
        return places.length;
    }

    Operand place(int j) {
        return places[j];
    }

    /** Copies the values of all outputs. */
    void read(double[] x, double[] slots, double[] y) {
        for (int j = 0; j < places.length; j++) {
            Operand place = places[j];
            y[j] = switch (place.home()) {
                case SLOT -> slots[place.base()];
                case INPUT -> x[place.base()];
                default -> place.literal();
            };
        }
    }

    /** Adds the weights of outputs to the adjoints of their slots. */
    void seed(double[] weights, double[] slotAdjoints) {
        for (int j = 0; j < places.length; j++) {
            if (places[j].home() == Home.SLOT) {
                slotAdjoints[places[j].base()] += weights[j];
            }
        }
    }

    /** Adds the weights of outputs that are inputs to the inputs' adjoints. */
    void addToInputs(double[] weights, double[] inputAdjoints) {
        for (int j = 0; j < places.length; j++) {
            if (places[j].home() == Home.INPUT) {
                inputAdjoints[places[j].base()] += weights[j];
            }
        }
    }
}
