package dev.gradgap.workload.family;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.function.ScalarFunction;
import java.util.Optional;

/** The free energy that {@link Helmholtz} describes. */
final class HelmholtzFunction implements ScalarFunction {

    private static final double RT = 1;
    private static final double SQRT_8 = Math.sqrt(8);
    private static final double UPPER = 1 + Math.sqrt(2);
    private static final double LOWER = 1 - Math.sqrt(2);

    private final double[] covolumes;
    private final double[] attractions;

    /**
     * A mixture of n fluids.
     *
     * @param covolumes b, length n, positive; not copied
     * @param attractions the square roots of a, length n; not copied
     */
    HelmholtzFunction(double[] covolumes, double[] attractions) {
        this.covolumes = covolumes;
        this.attractions = attractions;
    }

    @Override
    public int inputs() {
        return covolumes.length;
    }

    @Override
    public <T> T value(Arithmetic<T> a, Inputs<T> x) {
        T first = x.get(0);
        T volume = a.multiply(first, covolumes[0]);
        T attraction = a.multiply(first, attractions[0]);
        for (int i = 1; i < covolumes.length; i++) {
            T amount = x.get(i);
            volume = a.add(volume, a.multiply(amount, covolumes[i]));
            attraction = a.add(attraction, a.multiply(amount, attractions[i]));
        }
        T free = a.subtract(1, volume);
        T mixing = mixing(a, first, free);
        for (int i = 1; i < covolumes.length; i++) {
            mixing = a.add(mixing, mixing(a, x.get(i), free));
        }
        T strength = a.divide(a.square(attraction), a.multiply(volume, SQRT_8));
        T upper = a.add(a.multiply(volume, UPPER), 1);
        T lower = a.add(a.multiply(volume, LOWER), 1);
        return a.subtract(a.multiply(mixing, RT), a.multiply(strength, a.log(a.divide(upper, lower))));
    }

    private static <T> T mixing(Arithmetic<T> a, T amount, T free) {
        return a.multiply(amount, a.log(a.divide(amount, free)));
    }

    @Override
    public Optional<PlainFunction> plain() {
        Sums sums = new Sums();
        return Optional.of((x, y) -> {
            sums.addUp(x);
            double mixing = 0;
            for (double amount : x) {
                mixing += amount * Math.log(amount);
            }
            y[0] = energy(sums, mixing);
        });
    }

    /** Keeps the logarithms, the only costly part, in the place of the result. */
    @Override
    public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
        Sums sums = new Sums();
        return Optional.of((x, outputAdjoint, y, inputAdjoint) -> {
            sums.addUp(x);
            double mixing = 0;
            for (int i = 0; i < x.length; i++) {
                double logarithm = Math.log(x[i]);
                inputAdjoint[i] = logarithm;
                mixing += x[i] * logarithm;
            }
            y[0] = energy(sums, mixing);
            back(sums, outputAdjoint[0], inputAdjoint);
        });
    }

    /** With &Sigma; x ln(x / d) = &Sigma; x ln x - ln d &Sigma; x, which saves a division an input. */
    private static double energy(Sums sums, double mixing) {
        double volume = sums.volume;
        double strength = sums.attraction * sums.attraction / (SQRT_8 * volume);
        double logarithm = Math.log((1 + UPPER * volume) / (1 + LOWER * volume));
        return RT * (mixing - Math.log(1 - volume) * sums.amount) - strength * logarithm;
    }

    /** df/dx<sub>i</sub> is linear in ln x<sub>i</sub>, b<sub>i</sub> and &radic;a<sub>i</sub>. */
    private void back(Sums sums, double weight, double[] inputAdjoint) {
        double volume = sums.volume;
        double free = 1 - volume;
        double upper = 1 + UPPER * volume;
        double lower = 1 + LOWER * volume;
        double logarithm = Math.log(upper / lower);
        double strength = sums.attraction * sums.attraction / (SQRT_8 * volume);
        double byMixing = weight * RT;
        double byNothing = byMixing * (1 - Math.log(free));
        double byVolume =
                weight * (RT * sums.amount / free + strength * (logarithm / volume - (UPPER / upper - LOWER / lower)));
        double byAttraction = -weight * 2 * sums.attraction / (SQRT_8 * volume) * logarithm;
        for (int i = 0; i < inputAdjoint.length; i++) {
            inputAdjoint[i] =
                    byMixing * inputAdjoint[i] + byNothing + byVolume * covolumes[i] + byAttraction * attractions[i];
        }
    }

    /** The three sums over the fluids that everything else depends on. */
    private final class Sums {

        private double amount;
        private double volume;
        private double attraction;

        void addUp(double[] x) {
            double amountSum = 0;
            double volumeSum = 0;
            double attractionSum = 0;
            for (int i = 0; i < x.length; i++) {
                amountSum += x[i];
                volumeSum += covolumes[i] * x[i];
                attractionSum += attractions[i] * x[i];
            }
            amount = amountSum;
            volume = volumeSum;
            attraction = attractionSum;
        }
    }
}
