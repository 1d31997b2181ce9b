package dev.gradgap.engine;

/**
 * A dual number that knows whether it depends on the seeded inputs.
 *
 * @param tangent 0 if it does not
 */
record DependentDual(double value, double tangent, boolean depends) {

    /** An input; one without a tangent is not seeded. */
    static DependentDual seeded(double value, double tangent) {
        return new DependentDual(value, tangent, tangent != 0);
    }

    /** The chain rule along paths from the seeded inputs. */
    static final class Arithmetic extends ChainRuleArithmetic<DependentDual> {

        @Override
        public DependentDual constant(double value) {
            return new DependentDual(value, 0, false);
        }

        @Override
        public DependentDual[] array(int length) {
            return new DependentDual[length];
        }

        @Override
        public double value(DependentDual x) {
            return x.value;
        }

        @Override
        protected DependentDual result(double value, double p, DependentDual x) {
            return new DependentDual(value, x.share(p), x.depends);
        }

        @Override
        protected DependentDual result(double value, double p, DependentDual x, double q, DependentDual y) {
            return new DependentDual(value, x.share(p) + y.share(q), x.depends || y.depends);
        }
    }

    private double share(double partial) {
        return depends ? partial * tangent : 0;
    }
}
