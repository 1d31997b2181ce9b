package dev.gradgap.engine.compiled;

import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the outputs lie: in slots, among the inputs, or in constants. Neighbouring outputs that lie side by side are
 * copied as one.
 */
final class Outputs {

    private final Operand[] places;
    private final List<Run> runs = new ArrayList<>();

    /** Outputs from {@code first} on that lie side by side from the place of the first one. */
    private record Run(int first, int length, Operand place) {}

    Outputs(Operand[] places) {
        this.places = places;
        int first = 0;
        for (int j = 1; j <= places.length; j++) {
            if (j == places.length || !follows(places[j], places[first], j - first)) {
                runs.add(new Run(first, j - first, places[first]));
                first = j;
            }
        }
    }

    private static boolean follows(Operand place, Operand first, int distance) {
        return place.home() == first.home() && place.home() != Home.LITERAL && place.base() == first.base() + distance;
    }

    int size() {
        return places.length;
    }

    Operand place(int j) {
        return places[j];
    }

    /** Copies the values of all outputs. */
    void read(double[] x, double[] slots, double[] y) {
        for (int r = 0; r < runs.size(); r++) { // no iterator, which is garbage until HotSpot has compiled this
            Run run = runs.get(r);
            if (run.place.home() == Home.LITERAL) {
                y[run.first] = run.place.literal();
            } else {
                double[] array = run.place.home() == Home.SLOT ? slots : x;
                System.arraycopy(array, run.place.base(), y, run.first, run.length);
            }
        }
    }

    /** Adds the weights of outputs to the adjoints of their slots. */
    void seed(double[] weights, double[] slotAdjoints) {
        add(Home.SLOT, weights, slotAdjoints);
    }

    /** Adds the weights of outputs that are inputs to the inputs' adjoints. */
    void addToInputs(double[] weights, double[] inputAdjoints) {
        add(Home.INPUT, weights, inputAdjoints);
    }

    private void add(Home home, double[] weights, double[] adjoints) {
        for (int r = 0; r < runs.size(); r++) {
            Run run = runs.get(r);
            if (run.place.home() == home) {
                int base = run.place.base();
                for (int j = 0; j < run.length; j++) {
                    adjoints[base + j] += weights[run.first + j];
                }
            }
        }
    }
}
