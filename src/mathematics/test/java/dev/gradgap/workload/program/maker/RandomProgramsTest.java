package dev.gradgap.workload.program.maker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.engine.forward.OverloadingForward;
import dev.gradgap.engine.reverse.OverloadingReverse;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Linearization;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.Tracer;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.program.ChangedArithmetic;
import dev.gradgap.workload.program.Program;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("thorough")
class RandomProgramsTest {

    private static final int SEEDS = 3000;

    @Test
    void aSeedAlwaysGivesTheSameProgram() {
        for (long seed = 0; seed < 200; seed++) {
            assertThat(RandomPrograms.of(seed).code())
                    .isEqualTo(RandomPrograms.of(seed).code());
        }
    }

    @Test
    void differentSeedsGiveDifferentPrograms() {
        Set<String> codes = new HashSet<>();
        LongStream.range(0, SEEDS)
                .forEach(seed -> codes.add(RandomPrograms.of(seed).code()));
        assertThat(codes).hasSize(SEEDS);
    }

    @Test
    void everyOperationAndEveryFormOfIndexAndLoopOccurs() {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        Set<String> features = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            Shape shape = new Shape(RandomPrograms.of(seed));
            operations.addAll(shape.operations);
            features.addAll(shape.features);
        }
        assertThat(operations).containsExactlyInAnyOrder(Operation.values());
        assertThat(features)
                .contains("depth 0", "depth 1", "depth 2", "depth 3", "depth 4")
                .contains("Affine", "Modular", "Lookup", "Multiple", "in step", "reversed", "strided")
                .contains("upwards", "downwards", "step 1", "step 2", "step 3", "triangular", "ragged")
                .contains("swap at depth 0", "swap at depth 1", "swap at depth 2")
                .contains("varying constant", "tie", "absolute value of 0")
                .contains("short body", "body over 40", "body over 100")
                .contains("one output", "several outputs", "an output twice")
                .contains("output Input", "output Constant", "output Scalar", "output Element")
                .contains("1 arrays", "2 arrays", "3 arrays", "1 scalars", "4 scalars");
    }

    /** What the planners begin or cease to do at certain numbers of iterations shows just below and just above. */
    @Test
    void loopsAreShorterAndLongerThanEveryThreshold() {
        Set<String> features = new HashSet<>();
        for (long seed = 0; seed < 20_000; seed++) {
            features.addAll(new Shape(RandomPrograms.of(seed)).features);
        }
        assertThat(features)
                .containsAll(IntStream.of(2, 4, 12, 16, 32, 60, 64, 96, 120, 255, 512)
                        .flatMap(count -> IntStream.rangeClosed(count - 1, count + 1))
                        .mapToObj(count -> "count " + count)
                        .toList());
    }

    @Test
    void mostProgramsAreSmallAndSomeAreLarge() {
        int[] sizes = LongStream.range(0, SEEDS)
                .mapToInt(seed -> RandomPrograms.of(seed).size())
                .sorted()
                .toArray();
        assertThat(sizes[SEEDS / 10]).isLessThan(50);
        assertThat(sizes[SEEDS / 2]).isBetween(50, 500);
        assertThat(sizes[SEEDS * 4 / 5]).isLessThan(700);
        assertThat(sizes[SEEDS * 19 / 20]).isGreaterThan(1000);
        assertThat(sizes[SEEDS - 1]).isBetween(50_000, 400_000);
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void everyFormMakesProgramsWithFiniteDerivatives(Pattern pattern) {
        int made = 0;
        for (long seed = 0; seed < 40; seed++) {
            Program program = new ProgramMaker(new Draws(new Seed(seed)), 20 + (int) seed * 20).make(pattern);
            made += program.body().isEmpty() ? 0 : 1;
            assertBounded(program, seed);
        }
        assertThat(made).isGreaterThan(30);
    }

    @Test
    void valuesAndDerivativesAreBounded() {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertBounded(RandomPrograms.of(seed), seed);
        }
    }

    /** A sum of as many bounded terms as there are operations is the most that a result can be. */
    private static void assertBounded(Program program, long seed) {
        Graph graph = Tracer.trace(program);
        Linearization linearization = new Linearization(graph);
        linearization.at(program.point());
        double[] adjoints = new double[graph.nodes()];
        double most = 100.0 * (10 + graph.operations());
        for (int j = 0; j < graph.outputs(); j++) {
            assertThat(Math.abs(linearization.value(graph.output(j))))
                    .as("seed %d", seed)
                    .isLessThan(most);
            adjoints[graph.output(j)] += 1;
        }
        linearization.pullBack(adjoints);
        assertThat(Arrays.stream(adjoints, 0, graph.inputs())
                        .map(Math::abs)
                        .max()
                        .orElseThrow())
                .as("seed %d", seed)
                .isLessThan(most);
    }

    @Test
    void theTapeAgreesWithDualNumbers() {
        for (long seed = 0; seed < 400; seed++) {
            Program program = RandomPrograms.of(seed, 5 + (int) seed * 3);
            int n = program.inputs();
            double[] x = program.point();
            double[] byTape = new double[n * program.outputs()];
            double[] byDuals = new double[byTape.length];
            new OverloadingReverse().prepare(program).jacobian(x, byTape);
            OverloadingForward.vector(8).prepare(program).jacobian(x, byDuals);
            double scale = Arrays.stream(byDuals).map(Math::abs).max().orElseThrow();
            for (int k = 0; k < byTape.length; k++) {
                assertThat(byTape[k]).as("seed %d, %d", seed, k).isCloseTo(byDuals[k], within(1e-11 * scale));
            }
        }
    }

    @Test
    void theSizeIsTheNumberOfOperationsPerformed() {
        for (long seed = 0; seed < 200; seed++) {
            Program program = RandomPrograms.of(seed, 300);
            Map<String, Integer> performed = new HashMap<>();
            ChangedArithmetic.outputs(program, name -> {
                performed.merge(name, 1, Integer::sum);
                return name;
            });
            performed.keySet().removeAll(Set.of("constant", "array"));
            assertThat(performed.values().stream().mapToInt(Integer::intValue).sum())
                    .as("seed %d", seed)
                    .isEqualTo(program.size());
        }
    }
}
