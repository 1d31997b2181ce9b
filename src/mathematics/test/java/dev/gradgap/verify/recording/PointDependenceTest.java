package dev.gradgap.verify.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.family.BuiltInWorkloads;
import org.junit.jupiter.api.Test;

final class PointDependenceTest {

    /** What a function does with its inputs and the numbers it was made with. */
    private interface Body {
        <T> T value(Arithmetic<T> a, Inputs<T> x, double[] made);
    }

    @SuppressWarnings("ArrayRecordComponent") // shared with the point, which is what this is about
    private record Made(double[] with, Body body) implements ScalarFunction {
        @Override
        public int inputs() {
            return with.length;
        }

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            return body.value(a, x, with);
        }
    }

    private static final class Branch implements Body {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x, double[] made) {
            return made[0] < 0 ? a.constant(0) : a.square(x.get(0));
        }
    }

    private static final class Larger implements Body {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x, double[] made) {
            return a.sin(made[0] > made[1] ? x.get(0) : x.get(1));
        }
    }

    private static final class Other implements Body {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x, double[] made) {
            return made[0] > 0 ? a.exp(x.get(0)) : a.sin(x.get(0));
        }
    }

    /** The distance from where it was made: other constants at another point, of which two may be equal, and no branch. */
    private static final class Distance implements Body {
        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x, double[] made) {
            return a.hypot(a.subtract(x.get(0), made[0]), a.subtract(x.get(1), made[1]));
        }
    }

    private static String dependence(Body body, double... point) {
        double[] before = point.clone();
        String reason = PointDependence.of(new Workload("test", new Made(point, body), point))
                .orElse("");
        assertThat(point).as("the point is as it was").containsExactly(before);
        return reason;
    }

    @Test
    void aBranchByTheSignOfThePointIsFound() {
        assertThat(dependence(new Branch(), 1.34))
                .isEqualTo("its operations depend on the point (operations: 1, elsewhere 0);"
                        + " a recorded graph would follow the branch taken where it was recorded");
        assertThat(dependence(new Branch(), -1.34)).contains("operations: 0, elsewhere 1");
        assertThat(dependence(new Other(), 2)).contains("operation 0 is exp, elsewhere sin");
        assertThat(dependence(new Larger(), 2, 1)).contains("operation 0, sin, has other operands elsewhere");
    }

    @Test
    void aPointAmongTheDataIsNoBranch() {
        assertThat(dependence(new Distance(), 1, 2)).isEmpty();
        assertThat(dependence(new Distance(), 3, 3)).isEmpty();
    }

    @Test
    void noFunctionOfTheSuiteDependsOnItsPoint() {
        for (WorkloadFamily family : new BuiltInWorkloads().families()) {
            int inputs = Math.max(family.minInputs(), Math.min(family.maxInputs(), 33));
            assertThat(PointDependence.of(family.create(inputs, 1)))
                    .as(family.name())
                    .isEmpty();
        }
    }
}
