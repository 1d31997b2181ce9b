package dev.gradgap.workload.family;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.HandWrittenAdjoint;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.PlainFunction;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Speelpenning's product f(x) = x<sub>1</sub> x<sub>2</sub> ... x<sub>n</sub>, the classic example of a gradient that
 * costs no more than a few times its function.
 *
 * <p>At the sample point every factor is within 1 / (1 + &radic;n) of 1, so that the logarithm of the product has a
 * mean of about -1/6 and a standard deviation of about 0.6 at every size.
 *
 * <p>Source: B. Speelpenning, Compiling Fast Partial Derivatives of Functions Given by Algorithms, thesis, University
 * of Illinois, 1980; Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sec. 3.3.
 */
final class Product extends BuiltInFamily {

    Product() {
        super(
                "product",
                "long product",
                "f(x) = x_1 x_2 ... x_n",
                "B. Speelpenning, Compiling Fast Partial Derivatives of Functions Given by Algorithms, 1980");
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(inputs - 1L);
    }

    @Override
    Workload member(int inputs, long seed) {
        double spread = 1 / (1 + Math.sqrt(inputs));
        return new Workload(name(), new Function(inputs), uniform(new Seed(seed), inputs, 1 - spread, 1 + spread));
    }

    private record Function(int inputs) implements ScalarFunction {

        private static final double ROUNDINGS_OF_TWO = 0x1p-52; // of a multiplication in each of two products

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            T product = x.get(0);
            for (int i = 1; i < inputs; i++) {
                product = a.multiply(product, x.get(i));
            }
            return product;
        }

        @Override
        public Optional<PlainFunction> plain() {
            return Optional.of(Function::evaluate);
        }

        @Override
        public Optional<HandWrittenAdjoint> handWrittenAdjoint() {
            return Optional.of(Function::pullback);
        }

        /** Four independent products, because one alone waits for each multiplication to end. */
        private static void evaluate(double[] x, double[] y) {
            double p0 = 1;
            double p1 = 1;
            double p2 = 1;
            double p3 = 1;
            int i = 0;
            for (; i < x.length - 3; i += 4) {
                p0 *= x[i];
                p1 *= x[i + 1];
                p2 *= x[i + 2];
                p3 *= x[i + 3];
            }
            for (; i < x.length; i++) {
                p0 *= x[i];
            }
            double product = (p0 * p1) * (p2 * p3);
            boolean normal = isNormal(p0) && isNormal(p1) && isNormal(p2) && isNormal(p3) && isNormal(product);
            y[0] = normal ? product : evaluateInOrder(x);
        }

        private static boolean isNormal(double product) {
            double size = Math.abs(product);
            return size >= Double.MIN_NORMAL && size <= Double.MAX_VALUE;
        }

        /** The product in its own order, where one of the four has over- or underflowed, or a factor is zero. */
        private static double evaluateInOrder(double[] x) {
            double product = x[0];
            for (int i = 1; i < x.length; i++) {
                product *= x[i];
            }
            return product;
        }

        /**
         * The derivative by x<sub>i</sub> is the product of the factors before i and after i; no division, so that a
         * factor may be zero. Four interleaved products as in the primal; the products before i are kept in the
         * result.
         *
         * <p>At the end each product after i has met all factors, those of the other three first, and equals the whole but
         * for rounding, unless it or a product before i has over- or underflowed on the way.
         */
        private static void pullback(double[] x, double[] outputAdjoint, double[] y, double[] inputAdjoint) {
            double p0 = 1;
            double p1 = 1;
            double p2 = 1;
            double p3 = 1;
            int i = 0;
            for (; i < x.length - 3; i += 4) {
                inputAdjoint[i] = p0;
                inputAdjoint[i + 1] = p1;
                inputAdjoint[i + 2] = p2;
                inputAdjoint[i + 3] = p3;
                p0 *= x[i];
                p1 *= x[i + 1];
                p2 *= x[i + 2];
                p3 *= x[i + 3];
            }
            int tail = i;
            for (; i < x.length; i++) {
                inputAdjoint[i] = p0;
                p0 *= x[i];
            }
            y[0] = (p0 * p1) * (p2 * p3);

            double s0 = outputAdjoint[0] * p1 * (p2 * p3);
            double s1 = outputAdjoint[0] * p0 * (p2 * p3);
            double s2 = outputAdjoint[0] * (p0 * p1) * p3;
            double s3 = outputAdjoint[0] * (p0 * p1) * p2;
            for (i = x.length - 1; i >= tail; i--) {
                inputAdjoint[i] *= s0;
                s0 *= x[i];
            }
            for (i = tail - 4; i >= 0; i -= 4) {
                inputAdjoint[i] *= s0;
                inputAdjoint[i + 1] *= s1;
                inputAdjoint[i + 2] *= s2;
                inputAdjoint[i + 3] *= s3;
                s0 *= x[i];
                s1 *= x[i + 1];
                s2 *= x[i + 2];
                s3 *= x[i + 3];
            }

            double whole = outputAdjoint[0] * y[0];
            double farthest = Math.max(
                    Math.max(Math.abs(s0 - whole), Math.abs(s1 - whole)),
                    Math.max(Math.abs(s2 - whole), Math.abs(s3 - whole)));
            boolean agree = farthest <= (x.length + 8) * ROUNDINGS_OF_TWO * Math.abs(whole);
            if (!agree || !isNormal(whole)) {
                pullbackInOrder(x, outputAdjoint[0], y, inputAdjoint);
            }
        }

        private static void pullbackInOrder(double[] x, double outputAdjoint, double[] y, double[] inputAdjoint) {
            double before = 1;
            for (int i = 0; i < x.length; i++) {
                inputAdjoint[i] = before;
                before *= x[i];
            }
            y[0] = before;
            double after = outputAdjoint;
            for (int i = x.length - 1; i >= 0; i--) {
                inputAdjoint[i] *= after;
                after *= x[i];
            }
        }
    }
}
