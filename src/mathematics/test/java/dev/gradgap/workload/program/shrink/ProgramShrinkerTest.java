package dev.gradgap.workload.program.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.Tracer;
import dev.gradgap.workload.program.ChangedArithmetic;
import dev.gradgap.workload.program.Program;
import dev.gradgap.workload.program.ProgramText;
import dev.gradgap.workload.program.maker.RandomPrograms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("thorough")
class ProgramShrinkerTest {

    /** Programs of some hundred operations that fail. */
    private static List<Program> failing(Predicate<Program> fails, int count) {
        return LongStream.range(0, 3000)
                .mapToObj(seed -> RandomPrograms.of(seed, 400))
                .filter(fails)
                .limit(count)
                .toList();
    }

    /** Whether an arithmetic that takes one operation for another gives another value. */
    private static boolean differsWith(Program program, String operation, String wrong) {
        double[] right = ChangedArithmetic.outputs(program, name -> name);
        return !Arrays.equals(right, ChangedArithmetic.outputs(program, name -> name.equals(operation) ? wrong : name));
    }

    @ParameterizedTest
    @CsvSource({"max, min", "sin, tan", "subtract, add", "atan2, hypot"})
    void aPlantedFaultIsShownByOneOrTwoOperations(String operation, String wrong) {
        Predicate<Program> fails = program -> differsWith(program, operation, wrong);
        List<Program> programs = failing(fails, 10);
        assertThat(programs).hasSize(10);
        for (Program program : programs) {
            Program smallest = ProgramShrinker.shrink(program, fails);
            assertThat(fails).accepts(smallest);
            assertThat(smallest.size()).as(smallest.code()).isLessThanOrEqualTo(2);
            assertThat(smallest.code().lines().count()).as(smallest.code()).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void aFaultThatTakesALoopKeepsTheLoop() {
        Predicate<Program> fails = program -> longestRun(program) >= 12;
        for (Program program : failing(fails, 10)) {
            Program smallest = ProgramShrinker.shrink(program, fails);
            assertThat(fails).accepts(smallest);
            assertThat(smallest.size()).as(smallest.code()).isBetween(12, 24);
            assertThat(smallest.code()).contains("for (int i = ");
        }
    }

    /** The longest chain of additions each of which has the one before as its first operand. */
    private static int longestRun(Program program) {
        Graph graph = Tracer.trace(program);
        int[] run = new int[graph.operations()];
        for (int k = 0; k < run.length; k++) {
            int before = graph.first(k) - graph.firstOperationNode();
            if (graph.operation(k) == Operation.ADD) {
                run[k] = 1 + (before >= 0 ? run[before] : 0);
            }
        }
        return IntStream.of(run).max().orElse(0);
    }

    @Test
    void aProgramThatDoesNotFailIsLeftAsItIs() {
        Program program = RandomPrograms.of(1);
        assertThat(ProgramShrinker.shrink(program, candidate -> false)).isSameAs(program);
    }

    @Test
    void triesAreBounded() {
        List<Program> tried = new ArrayList<>();
        ProgramShrinker.shrink(
                RandomPrograms.of(1, 1000),
                candidate -> {
                    tried.add(candidate);
                    return false;
                },
                17);
        assertThat(tried).hasSize(17);
    }

    @Test
    void shrinkingIsRepeatable() {
        Predicate<Program> fails = program -> differsWith(program, "max", "min");
        Program program = failing(fails, 1).get(0);
        assertThat(ProgramShrinker.shrink(program, fails).code())
                .isEqualTo(ProgramShrinker.shrink(program, fails).code());
    }

    /** What is printed on the way evaluates and compiles: no counter of a loop that is gone, no array that is gone. */
    @Test
    void everyCandidateIsAProgram(@TempDir Path folder) throws Exception {
        List<Program> candidates = new ArrayList<>();
        for (long seed = 0; seed < 30; seed++) {
            ProgramShrinker.shrink(
                    RandomPrograms.of(seed, 200),
                    candidate -> {
                        candidates.add(candidate);
                        return candidates.size() % 3 == 0;
                    },
                    60);
        }
        List<Program> sample = IntStream.range(0, candidates.size())
                .filter(k -> k % 7 == 0)
                .mapToObj(candidates::get)
                .toList();
        List<DifferentiableFunction> compiled = ProgramText.compiled(folder, sample);
        for (int k = 0; k < sample.size(); k++) {
            assertThat(ProgramText.graph(compiled.get(k)))
                    .as(sample.get(k).code())
                    .isEqualTo(ProgramText.graph(sample.get(k)));
        }
    }
}
