package dev.gradgap.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.ChainRuleArithmetic;
import dev.gradgap.engine.FiftyDigits;
import dev.gradgap.graph.DoubleArithmetic;
import dev.gradgap.graph.Operation;
import dev.gradgap.workload.random.Enclosure;
import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a definition says twice is the same, and all of it is there. */
class ElementalTest {

    private static final DoubleArithmetic DOUBLES = new DoubleArithmetic();
    private static final double X = 0.375;
    private static final double Y = 0.6875;
    private static final double STEP = 1e-6;

    static Stream<Operation> composed() {
        return Stream.of(Operation.values())
                .filter(operation -> operation.elemental().isComposedInLanes()
                        || operation.code() > Operation.HYPOT.code()); // what number types from before do not have
    }

    @ParameterizedTest
    @EnumSource
    void definitionIsAConstantOfItsName(Operation operation) throws ReflectiveOperationException {
        Elemental f = operation.elemental();
        Field constant = f.getClass().getEnclosingClass().getField(operation.name());
        assertThat(constant.get(null)).isSameAs(f);
        assertThat(Operation.of(f)).isSameAs(operation);
    }

    @ParameterizedTest
    @EnumSource
    void genericPartialsAreThoseOnDoubles(Operation operation) {
        Elemental f = operation.elemental();
        SoftAssertions softly = new SoftAssertions();
        for (FiftyDigits.Row row : FiftyDigits.of(operation)) {
            double value = row.value().doubleValue();
            if (isUsual(row.x()) && isUsual(row.y()) && isUsual(value)) {
                double first = row.first().doubleValue();
                double second = row.second().doubleValue();
                softly.assertThat(f.firstPartial(DOUBLES, row.x(), row.y(), value))
                        .as("by x of %s", row)
                        .isEqualTo(first, within(1e-11 * Math.abs(first)));
                softly.assertThat(f.secondPartial(DOUBLES, row.x(), row.y(), value))
                        .as("by y of %s", row)
                        .isEqualTo(second, within(1e-11 * Math.abs(second)));
            }
        }
        softly.assertAll();
    }

    private static boolean isUsual(double x) {
        return Math.abs(x) > 1e-5 && Math.abs(x) < 30;
    }

    @ParameterizedTest
    @EnumSource
    void genericPartialsKeepTheConventions(Operation operation) {
        Elemental f = operation.elemental();
        assertThat(f.conventions()).allSatisfy(convention -> {
            double x = convention.x();
            double y = convention.y();
            double value = f.value(x, y);
            assertThat(f.firstPartial(DOUBLES, x, y, value)).isEqualTo(convention.first());
            assertThat(f.secondPartial(DOUBLES, x, y, value)).isEqualTo(convention.second());
            assertThat(f.firstPartial(x, y, value)).isEqualTo(convention.first());
            assertThat(f.secondPartial(x, y, value)).isEqualTo(convention.second());
        });
    }

    /** A generic partial on dual numbers has a derivative: that of the partial. */
    @ParameterizedTest
    @EnumSource
    void genericPartialsCanBeDifferentiated(Operation operation) {
        Elemental f = operation.elemental();
        Duals a = new Duals();
        Dual x = new Dual(X, 1);
        Dual y = new Dual(Y, 0);
        Dual value = f.on(a, x, y);
        double first =
                f.firstPartial(X + STEP, Y, f.value(X + STEP, Y)) - f.firstPartial(X - STEP, Y, f.value(X - STEP, Y));
        double second =
                f.secondPartial(X + STEP, Y, f.value(X + STEP, Y)) - f.secondPartial(X - STEP, Y, f.value(X - STEP, Y));
        assertThat(f.firstPartial(a, x, y, value).tangent).isEqualTo(first / (2 * STEP), within(1e-8));
        assertThat(f.secondPartial(a, x, y, value).tangent).isEqualTo(second / (2 * STEP), within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("composed")
    void whatItIsComposedOfIsTheValue(Operation operation) {
        Elemental f = operation.elemental();
        for (double x : new double[] {-2.5, -1, -0.3, 0.3, 1, 2.5}) {
            for (double y : new double[] {-2.5, 0.3, 1}) {
                double value = f.value(x, y);
                assertThat(f.composed(DOUBLES, x, y)).isEqualTo(value, within(1e-14 * Math.max(1, Math.abs(value))));
            }
        }
        for (Convention convention : f.conventions()) {
            assertThat(f.composed(DOUBLES, convention.x(), convention.y()))
                    .isEqualTo(f.value(convention.x(), convention.y()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void partialsAreWithinTheirEnclosure(Operation operation) {
        Enclosure enclosure = new Enclosure();
        assertThat(enclosure.enclose(operation, 0.5, 0.75, 0.5, 1)).isTrue(); // what every operation bears
        for (double u = 0.5; u <= 0.75; u += 0.03125) {
            for (double v = 0.5; v <= 1; v += 0.0625) {
                double value = operation.value(u, v);
                assertThat(value).isBetween(enclosure.low(), enclosure.high());
                assertThat(Math.abs(operation.firstPartial(u, v, value))).isLessThanOrEqualTo(enclosure.firstPartial());
                assertThat(Math.abs(operation.secondPartial(u, v, value)))
                        .isLessThanOrEqualTo(enclosure.secondPartial());
            }
        }
    }

    /** Who implements none of the methods is told so, and does not run out of stack. */
    @ParameterizedTest
    @EnumSource
    void anArithmeticThatHasNothingSaysSo(Operation operation) {
        Arithmetic<String> nothing = new Arithmetic<>() {
            @Override
            public String constant(double value) {
                return "";
            }

            @Override
            public String[] array(int length) {
                return new String[length];
            }
        };
        assertThatThrownBy(() -> operation.elemental().on(nothing, "", ""))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private record Dual(double value, double tangent) {}

    private static final class Duals extends ChainRuleArithmetic<Dual> {

        @Override
        public double value(Dual x) {
            return x.value;
        }

        @Override
        public Dual constant(double value) {
            return new Dual(value, 0);
        }

        @Override
        public Dual[] array(int length) {
            return new Dual[length];
        }

        @Override
        protected Dual result(double value, double p, Dual x) {
            return new Dual(value, p * x.tangent);
        }

        @Override
        protected Dual result(double value, double p, Dual x, double q, Dual y) {
            return new Dual(value, p * x.tangent + q * y.tangent);
        }
    }
}
