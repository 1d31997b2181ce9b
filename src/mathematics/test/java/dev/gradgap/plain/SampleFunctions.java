package dev.gradgap.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Functions in plain Java, a feature of the language or two in each. */
@SuppressWarnings("unused") // found by name
final class SampleFunctions {

    private static final double[] WEIGHTS = {0.5, 2, 1.25};
    private static double half = 0.5;

    private SampleFunctions() {}

    static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            double slope = 1 - x[i];
            sum += 100 * valley * valley + slope * slope;
        }
        return sum;
    }

    static double ofThree(double a, double b, double c) {
        double swapped = a;
        a = b;
        b = swapped;
        return Math.sin(a) * Math.exp(-b) / (1 + c * c) - Math.pow(a, 3) + Math.pow(2, b) + Math.atan2(b, c) % 0.7;
    }

    static double everyMath(double[] x) {
        double s = 0;
        for (double v : x) {
            s += Math.sqrt(v)
                    + Math.cbrt(v)
                    + Math.log(v)
                    + Math.log1p(v)
                    + Math.log10(v)
                    + Math.exp(v)
                    + Math.expm1(v);
            s += Math.tan(v / 2) + Math.asin(v / 4) + Math.acos(v / 4) + Math.atan(v) + Math.sinh(v) + Math.cosh(v);
            s += Math.tanh(v) + Math.hypot(v, 2) + Math.hypot(v, s) + Math.max(v, 1) + Math.min(1.1, v) + Math.abs(-v);
            s += Math.toRadians(v) + Math.toDegrees(v) + Math.fma(v, s, 2) + Math.signum(v) * Math.floor(v * 10);
            s += Math.ceil(v) + Math.rint(v) + Math.round(v * 3) + Math.copySign(v, -1) + Math.scalb(v, 3);
            s += Math.IEEEremainder(v, 0.3) + StrictMath.sin(v) + Math.pow(v, v);
        }
        return s;
    }

    @SuppressWarnings("AssignmentExpression") // what it is for
    static double compoundAssignments(double[] x) {
        double[] y = x.clone();
        double[][] table = new double[3][x.length];
        long count = 0;
        for (int i = 0; i < y.length; i++) {
            y[i] += 2;
            y[i] *= y[i]++;
            table[i % 3][i] -= y[i] = x[i] / (i + 1);
            table[2][i] += count++;
            half = half + 0;
        }
        double sum = 0;
        for (double[] row : table) {
            for (double v : row) {
                sum += v * half;
            }
        }
        return sum + y[y.length - 1] + WEIGHTS[1] * x[0];
    }

    private record Particle(double position, double speed) {
        Particle moved(double force, double time) {
            return new Particle(position + speed * time, speed + force * time);
        }

        double energy() {
            return speed * speed / 2 + Math.cos(position);
        }
    }

    static double particles(double[] x) {
        Particle[] all = new Particle[x.length];
        for (int i = 0; i < x.length; i++) {
            all[i] = new Particle(x[i], 0);
        }
        double energy = 0;
        for (int step = 0; step < 5; step++) {
            for (int i = 0; i < all.length; i++) {
                all[i] = all[i].moved(-Math.sin(all[i].position()), 0.1);
            }
        }
        for (Particle particle : all) {
            energy += particle.energy();
        }
        return energy;
    }

    private interface Shape<N> {
        N area(N scale);
    }

    private static final class Disc implements Shape<Double> {
        private double radius;
        private Double last;

        void setRadius(double radius) {
            this.radius += radius;
        }

        @Override
        public Double area(Double scale) {
            last = Math.PI * radius * radius * scale;
            return last;
        }
    }

    static double objects(double[] x) {
        double sum = 0;
        for (double v : x) {
            Disc disc = new Disc();
            disc.setRadius(v);
            Shape<Double> shape = disc;
            sum += shape.area(2.0);
        }
        return sum;
    }

    static double lambdas(double[] x) {
        DoubleUnaryOperator twice = v -> 2 * v;
        DoubleUnaryOperator sine = Math::sin;
        BiFunction<Double, Double, Double> product = (a, b) -> a * b;
        double sum = 0;
        for (double v : x) {
            sum += twice.andThen(sine).applyAsDouble(v) + product.apply(v, sum + 1);
        }
        return simpson(t -> Math.exp(-t * x[0]), 0, 1, 4) + sum;
    }

    private static double simpson(DoubleUnaryOperator f, double a, double b, int depth) {
        double m = (a + b) / 2;
        return depth == 0
                ? (b - a) / 6 * (f.applyAsDouble(a) + 4 * f.applyAsDouble(m) + f.applyAsDouble(b))
                : simpson(f, a, m, depth - 1) + simpson(f, m, b, depth - 1);
    }

    static double streams(double[] x) {
        double mean = Arrays.stream(x).average().orElse(0);
        double variance = DoubleStream.of(x).map(v -> (v - mean) * (v - mean)).sum() / x.length;
        double moment = IntStream.range(0, x.length).mapToDouble(i -> x[i] * i).sum();
        List<Double> list = new ArrayList<>();
        for (double v : x) {
            list.add(v);
        }
        double boxed = list.stream().mapToDouble(Double::doubleValue).max().getAsDouble();
        double[] sorted = Arrays.copyOf(x, x.length + 1);
        Arrays.sort(sorted);
        return variance
                + moment
                + boxed
                + sorted[sorted.length / 2]
                + list.stream().reduce(0.0, Double::sum);
    }

    static double branches(double[] x) {
        double sum = 0;
        for (double v : x) {
            if (v > 1 && v <= 1.3) {
                sum += v * v;
            } else if (v == 0.75 || !(v >= 0.6)) {
                sum -= v;
            } else {
                sum += Math.log(v);
            }
            int cell = (int) (v * 4);
            sum += WEIGHTS[cell % 3] * v;
            try {
                if (v > 1.4) {
                    throw new IllegalStateException("large: " + v);
                }
            } catch (IllegalStateException e) {
                sum += v * e.getMessage().length() / e.getMessage().length();
            }
        }
        return sum;
    }

    static double newton(double[] x) {
        double sum = 0;
        for (double v : x) {
            double root = 1;
            while (Math.abs(root * root - v) > 1e-12) {
                root = (root + v / root) / 2;
            }
            sum += root;
        }
        return sum;
    }

    static double[] rotated(double[] x) {
        double[] y = new double[x.length + 1];
        System.arraycopy(x, 1, y, 0, x.length - 1);
        y[x.length - 1] = x[0] * x[1];
        y[x.length] = 3;
        return y;
    }

    static void into(double[] in, double[] out) {
        for (int i = 0; i < in.length; i++) {
            out[i] = in[i] * in[(i + 1) % in.length];
        }
    }

    double ofAnObject(double[] x) {
        return Arrays.stream(x).map(v -> v * half).sum();
    }
}
