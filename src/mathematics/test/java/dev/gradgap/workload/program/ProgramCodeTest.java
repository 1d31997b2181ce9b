package dev.gradgap.workload.program;

import static dev.gradgap.workload.program.maker.Terms.add;
import static dev.gradgap.workload.program.maker.Terms.constant;
import static dev.gradgap.workload.program.maker.Terms.multiply;
import static dev.gradgap.workload.program.maker.Terms.subtract;
import static dev.gradgap.workload.program.maker.Terms.unary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Operation;
import dev.gradgap.workload.program.Expression.Binary;
import dev.gradgap.workload.program.Expression.Element;
import dev.gradgap.workload.program.Expression.Input;
import dev.gradgap.workload.program.Expression.Ramp;
import dev.gradgap.workload.program.Expression.Scalar;
import dev.gradgap.workload.program.Index.Affine;
import dev.gradgap.workload.program.Index.Lookup;
import dev.gradgap.workload.program.Index.Modular;
import dev.gradgap.workload.program.Statement.Assign;
import dev.gradgap.workload.program.Statement.Loop;
import dev.gradgap.workload.program.Statement.Swap;
import dev.gradgap.workload.program.maker.RandomPrograms;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("thorough")
class ProgramCodeTest {

    private static final Affine I = Affine.of(0, 1, 0);

    @Test
    void aProgramReadsAsAPersonWouldWriteIt() {
        Scalar sum = new Scalar(0);
        Expression neighbours = add(new Element(0, I.plus(-1)), new Element(0, I.plus(1)));
        Loop sweep = new Loop(
                0,
                Affine.of(1),
                Affine.of(3),
                1,
                List.of(new Assign(new Element(1, I), add(new Element(0, I), multiply(neighbours, constant(0.1))))));
        Loop downwards = new Loop(
                0,
                Affine.of(3),
                Affine.of(0),
                -2,
                List.of(new Assign(sum, subtract(constant(1), unary(Operation.SIN, new Element(0, I))))));
        Program program = new Program(
                new double[] {0.5, 0.25},
                4,
                List.of(new Input(I), new Ramp(0.5, I, -1)),
                List.of(constant(0)),
                List.of(sweep, new Swap(0, 1), downwards),
                List.of(new Binary(Operation.POW_CONSTANT, sum, constant(3))));

        assertThat(program.code()).isEqualTo("""
                // 2 inputs at {0.5, 0.25}, 1 outputs
                T[] u = a.array(4);
                for (int i = 0; i < 4; i++) {
                    u[i] = x.get(Math.floorMod(i, 2));
                }
                T[] v = a.array(4);
                for (int i = 0; i < 4; i++) {
                    v[i] = a.constant(0.5 * i - 1.0);
                }
                T r = a.constant(0.0);
                for (int i = 1; i < 3; i++) {
                    v[i] = a.add(u[i], a.multiply(a.add(u[i - 1], u[i + 1]), 0.1));
                }
                T[] swapped0 = u;
                u = v;
                v = swapped0;
                for (int i = 3; i >= 0; i -= 2) {
                    r = a.subtract(a.constant(1.0), a.sin(u[i]));
                }
                y.set(0, a.pow(r, 3.0));
                """);
        assertThat(program.size()).isEqualTo(2 * 3 + 2 * 2 + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        0  | 0  | 0  | 0
        -3 | 0  | 0  | -3
        0  | 1  | 0  | i
        2  | 1  | 0  | i + 2
        -2 | 1  | 0  | i - 2
        0  | -1 | 0  | -i
        5  | -1 | 0  | 5 - i
        -5 | -1 | 0  | -5 - i
        1  | 7  | 1  | 7 * i + j + 1
        1  | 7  | -2 | 7 * i - 2 * j + 1
        1  | -7 | 2  | 2 * j - 7 * i + 1
        """)
    void anIndexIsWrittenAsASum(int offset, int i, int j, String code) {
        assertThat(new Affine(offset, i, j, 0, 0).code()).isEqualTo(code);
    }

    @Test
    void remaindersAndTablesAreWrittenOut() {
        assertThat(new Modular(I.plus(3), 5).code()).isEqualTo("Math.floorMod(i + 3, 5)");
        assertThat(new Lookup(List.of(2, 0, 1), I).code()).isEqualTo("new int[] {2, 0, 1}[Math.floorMod(i, 3)]");
    }

    @Test
    void printedProgramsCompileToTheSameGraph(@TempDir Path folder) throws Exception {
        List<Program> programs = LongStream.range(0, 60)
                .mapToObj(seed -> RandomPrograms.of(seed, 5 + (int) seed * 10))
                .toList();
        List<DifferentiableFunction> compiled = ProgramText.compiled(folder, programs);
        for (int k = 0; k < programs.size(); k++) {
            assertThat(ProgramText.graph(compiled.get(k)))
                    .as("seed %d", k)
                    .isEqualTo(ProgramText.graph(programs.get(k)));
        }
    }
}
