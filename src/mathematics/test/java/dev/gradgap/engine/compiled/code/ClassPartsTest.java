package dev.gradgap.engine.compiled.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.Vectors;
import dev.gradgap.engine.compiled.CompiledForward;
import dev.gradgap.engine.compiled.maker.Contraction;
import dev.gradgap.engine.compiled.maker.Planner;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.reverse.OverloadingReverse;
import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.ScalarFunction;
import dev.gradgap.graph.Tracer;
import dev.gradgap.workload.Seed;
import java.util.List;
import java.util.function.BiFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;

final class ClassPartsTest {

    private static final int TANGENTS = 16;
    private static final ScalarFunction FUNCTION = new Irregular(8, 2000);

    /** Steps chosen at random, each with a constant of its own, so that there is no loop to be found. */
    private record Irregular(int inputs, int steps) implements ScalarFunction {

        @Override
        public <T> T value(Arithmetic<T> a, Inputs<T> x) {
            Seed random = new Seed(5);
            T value = x.get(0);
            for (int k = 0; k < steps; k++) {
                T input = x.get(random.nextInt(inputs));
                double factor = random.nextDouble(0.5, 1);
                value = switch (random.nextInt(5)) {
                    case 0 -> a.sin(value);
                    case 1 -> a.tanh(a.multiply(value, factor));
                    case 2 -> a.add(value, a.multiply(input, factor));
                    case 3 -> a.subtract(value, input);
                    default -> a.multiply(value, factor);
                };
            }
            return value;
        }
    }

    private static Plan plan() {
        return Planner.plan(Contraction.of(Tracer.trace(FUNCTION)), 4, false, Vectors.width());
    }

    @Test
    void whatMayExceedAClassIsDividedAmongSeveral() {
        Plan plan = plan();
        int nests = plan.nests().size();

        List<Integer> ends = ClassParts.of(plan.nests(), TANGENTS, (from, to) -> {
            assertThat(ForwardCompiler.generate(plan, TANGENTS, from, to).toBytes())
                    .isNotEmpty();
            return to;
        });
        assertThat(ends).hasSizeGreaterThan(1).endsWith(nests);
    }

    @Test
    void derivativesAreRightAcrossTheParts() {
        double[] x = {0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 0.7, -0.8};
        double[] got = new double[x.length];
        double[] expected = new double[x.length];
        CompiledForward.vector(TANGENTS).prepare(FUNCTION).gradient(x, got);
        new OverloadingReverse().prepare(FUNCTION).gradient(x, expected);
        assertThat(got).containsExactly(expected, Offset.offset(1e-12));
    }

    @Test
    void aNestThatExceedsAClassByItselfIsRefusedWithTheReason() {
        List<BiFunction<Integer, Integer, Integer>> tooLarge = List.of(
                (from, to) -> {
                    throw new ClassTooLargeException("Generated", 70_000);
                },
                (from, to) -> {
                    throw new MethodTooLargeException("Generated", "nest0", "()V", 70_000);
                });
        tooLarge.forEach(compile -> assertThatThrownBy(() -> ClassParts.of(plan().nests(), TANGENTS, compile))
                .isInstanceOf(RefusedException.class)
                .hasMessage("the function has a loop that is too long to be compiled with 16 tangents: "
                        + "its code exceeds what a class file may hold"));
    }
}
