package dev.gradgap.results.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.BreakEven;
import dev.gradgap.results.Cell;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.CostRatioScaling;
import dev.gradgap.results.Crossover;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Method;
import dev.gradgap.results.Scaling;
import dev.gradgap.results.TimedCell;
import dev.gradgap.results.analysis.Sample;
import dev.gradgap.statistics.BreakEvenEstimate;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.PowerLaw;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final String HEADER =
            "workload,inputs,engine,operator,method,round,iteration,time_ns,alloc_bytes,waited\r\n";
    private static final Sample SAMPLE = new Sample(
            new TimedCell(new CellKey("tree", 4, "graph-reverse", Operator.GRADIENT), Method.MEASURED),
            0,
            1,
            12.5,
            OptionalDouble.empty(),
            OptionalDouble.empty());

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("table.csv");
    }

    @Test
    void cellsHaveTheAgreedColumns() throws IOException {
        CsvTable.write(file, Cell.class, List.of());
        assertThat(file)
                .hasContent(
                        "workload,inputs,outputs,operations,engine,technology,mode,operator,status,method,passes,"
                                + "time_ns,time_lo_ns,time_hi_ns,forks,iterations,ratio_to_primal,ns_per_operation,alloc_bytes,"
                                + "tape_bytes,verified,max_rel_error,reason,predicted_bytes,live_bytes,ratio_to_adjoint,family\r\n");
        assertThat(CsvTable.read(file, Cell.class)).isEmpty();
    }

    @Test
    void samplesAreWrittenByteForByteSo() throws IOException {
        CsvTable.write(
                file,
                Sample.class,
                List.of(
                        new Sample(
                                new TimedCell(
                                        new CellKey(
                                                "random:operations=1000000:locality=0.5",
                                                4,
                                                "graph-reverse",
                                                Operator.GRADIENT),
                                        Method.MEASURED),
                                0,
                                1,
                                12.5,
                                OptionalDouble.empty(),
                                OptionalDouble.empty()),
                        new Sample(
                                new TimedCell(new CellKey("a \"b\",c", 1, "é", Operator.JACOBIAN), Method.SAMPLED),
                                2,
                                3,
                                0.1 + 0.2,
                                OptionalDouble.of(1e10),
                                OptionalDouble.of(0.25))));
        assertThat(Files.readString(file))
                .isEqualTo(HEADER
                        + "random:operations=1000000:locality=0.5,4,graph-reverse,gradient,measured,0,1,12.5,,\r\n"
                        + "\"a \"\"b\"\",c\",1,é,jacobian,sampled,2,3,0.30000000000000004,1.0E10,0.25\r\n");
    }

    @Test
    void gapsAreWrittenByteForByteSo() throws IOException {
        CsvTable.write(
                file,
                Gap.class,
                List.of(new Gap(
                        "tree",
                        8,
                        OptionalLong.of(15),
                        Technology.GRAPH,
                        "graph-forward",
                        "graph-reverse",
                        8,
                        80,
                        20,
                        Interval.unknown(4),
                        Method.SAMPLED,
                        "graph")));
        assertThat(Files.readString(file))
                .isEqualTo("workload,inputs,operations,technology,forward_engine,reverse_engine,passes,forward_ns,"
                        + "reverse_ns,gap,gap_lo,gap_hi,method,family\r\n"
                        + "tree,8,15,graph,graph-forward,graph-reverse,8,80.0,20.0,4.0,,,sampled,graph\r\n");
    }

    @Test
    void crossoversAreWrittenByteForByteSo() throws IOException {
        CrossoverEstimate found =
                new CrossoverEstimate(CrossoverEstimate.Status.FOUND, Optional.of(new Interval(3, 2, 4.5)));
        CrossoverEstimate below = new CrossoverEstimate(CrossoverEstimate.Status.BELOW, Optional.empty());
        CsvTable.write(
                file,
                Crossover.class,
                List.of(
                        new Crossover("tree", Technology.OVERLOADING, "dual", "tape", found, "overloading"),
                        new Crossover("tree", Technology.OVERLOADING, "dual", "tape", below, "overloading")));
        assertThat(Files.readString(file))
                .isEqualTo(
                        "workload,technology,forward_engine,reverse_engine,crossover,crossover_lo,crossover_hi,status"
                                + ",family\r\ntree,overloading,dual,tape,3.0,2.0,4.5,found,overloading\r\n"
                                + "tree,overloading,dual,tape,,,,below,overloading\r\n");
    }

    @Test
    void scalingsAreWrittenByteForByteSo() throws IOException {
        PowerLaw fit = new PowerLaw(new Interval(1, 0.875, 1.125), 0.5, 0.75, 4);
        CsvTable.write(file, Scaling.class, List.of(new Scaling("tree", "dual", Operator.PRIMAL, fit)));
        assertThat(Files.readString(file))
                .isEqualTo("workload,engine,operator,exponent,exponent_lo,exponent_hi,coefficient_ns,r_squared,points"
                        + "\r\ntree,dual,primal,1.0,0.875,1.125,0.5,0.75,4\r\n");
    }

    @Test
    void breakEvensAreWrittenByteForByteSo() throws IOException {
        BreakEvenEstimate pays =
                new BreakEvenEstimate(BreakEvenEstimate.Status.PAYS, Optional.of(new Interval(13, 12, 15)));
        BreakEvenEstimate never = new BreakEvenEstimate(BreakEvenEstimate.Status.NEVER, Optional.empty());
        CsvTable.write(
                file,
                BreakEven.class,
                List.of(
                        breakEven(OptionalDouble.of(0.5), pays, Method.MEASURED),
                        breakEven(OptionalDouble.empty(), never, Method.SAMPLED)));
        assertThat(Files.readString(file))
                .isEqualTo("workload,inputs,operations,mode,engine,rival,prepare_ns,gradient_ns,rival_prepare_ns,"
                        + "rival_gradient_ns,evaluations,evaluations_lo,evaluations_hi,status,method\r\n"
                        + "tree,8,15,reverse,graph-reverse,tape,100.0,2.0,0.5,10.0,13.0,12.0,15.0,pays,measured\r\n"
                        + "tree,8,15,reverse,graph-reverse,tape,100.0,2.0,,10.0,,,,never,sampled\r\n");
    }

    private static BreakEven breakEven(OptionalDouble rivalPrepareNs, BreakEvenEstimate estimate, Method method) {
        return new BreakEven(
                "tree",
                8,
                OptionalLong.of(15),
                Mode.REVERSE,
                "graph-reverse",
                "tape",
                100,
                2,
                rivalPrepareNs,
                10,
                estimate.uses(),
                estimate.status(),
                method);
    }

    @Test
    void costRatiosAreWrittenByteForByteSo() throws IOException {
        PowerLaw fit = new PowerLaw(new Interval(0.01, -0.125, 0.5), 2.5, 0.75, 4);
        CsvTable.write(
                file,
                CostRatioScaling.class,
                List.of(new CostRatioScaling("tree", "tape", Mode.REVERSE, fit, 1024, 1 << 20)));
        assertThat(Files.readString(file))
                .isEqualTo("workload,engine,mode,exponent,exponent_lo,exponent_hi,coefficient,r_squared,points,"
                        + "smallest_inputs,largest_inputs\r\n"
                        + "tree,tape,reverse,0.01,-0.125,0.5,2.5,0.75,4,1024,1048576\r\n");
    }

    @Test
    void cellsOfAnEarlierVersionLackWhatItDidNotKnow() throws IOException {
        Files.writeString(
                file,
                "workload,inputs,outputs,operations,engine,technology,mode,operator,status,method,passes,time_ns,"
                        + "time_lo_ns,time_hi_ns,forks,iterations,ratio_to_primal,ns_per_operation,alloc_bytes,"
                        + "tape_bytes,verified,max_rel_error,reason\r\n"
                        + "tree,8,1,15,dual,graph,forward,gradient,ok,measured,8,80.0,,,1,5,,,,,true,0.0,\r\n");
        assertThat(CsvTable.read(file, Cell.class)).singleElement().satisfies(cell -> {
            assertThat(cell.memory().predictedBytes()).isEmpty();
            assertThat(cell.memory().liveBytes()).isEmpty();
            assertThat(cell.timing().ratioToAdjoint()).isEmpty();
        });
    }

    @Test
    void columnsAreFoundByNameAndUnknownOnesIgnored() throws IOException {
        Files.writeString(file, """
                new,time_ns,workload,iteration,inputs,alloc_bytes,engine,operator,round,method
                ?,12.5,tree,1,4,,graph-reverse,gradient,0,measured

                """);
        assertThat(CsvTable.read(file, Sample.class)).containsExactly(SAMPLE);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        CsvTable.write(file, Sample.class, List.of(SAMPLE));
        Files.writeString(file, "\ufeff" + Files.readString(file));
        assertThat(CsvTable.read(file, Sample.class)).containsExactly(SAMPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+x", "-x", "@SUM(A1)", "\t=1", "'=1", "''@x", "'quoted", "a=b", "'", ""})
    void aTextIsNoFormulaAndComesBack(String text) throws IOException {
        Sample sample = new Sample(
                new TimedCell(new CellKey(text, 4, "graph-reverse", Operator.GRADIENT), Method.MEASURED),
                0,
                1,
                12.5,
                OptionalDouble.empty(),
                OptionalDouble.empty());
        CsvTable.write(file, Sample.class, List.of(sample));

        assertThat(Files.readAllLines(file).get(1)).doesNotMatch("\"?[=+\\-@\t].*");
        assertThat(CsvTable.read(file, Sample.class)).containsExactly(sample);
    }

    @Test
    void aNumberMayBeginWithAMinus() throws IOException {
        CsvTable.write(
                file,
                Scaling.class,
                List.of(new Scaling(
                        "tree", "e", Operator.GRADIENT, new PowerLaw(new Interval(-0.5, -0.6, -0.4), 2, 0.9, 3))));

        assertThat(file).content().contains(",-0.5,-0.6,-0.4,");
    }

    @Test
    void missingColumnsAreNamed() throws IOException {
        Files.writeString(file, HEADER.replace("time_ns", "time").replace("round,", ""));
        assertRefused(":1: missing column round, time_ns");
    }

    @Test
    void aColumnThatAppearsTwiceIsRefused() throws IOException {
        Files.writeString(file, HEADER.replace("round", "inputs"));
        assertRefused(":1: column inputs appears twice");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Files.createFile(file);
        assertRefused(":1: the header is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    tree,4,e,gradient,measured,0,1,abc,,  | column time_ns: 'abc' is not a number
                    tree,4,e,gradient,measured,0,1,NaN,,  | column time_ns: 'NaN' is not a number
                    tree,4,e,gradient,measured,0,1,,,     | column time_ns: '' is not a number
                    tree,4,e,gradient,measured,0,1,`1,5`,, | 11 columns where the header has 10
                    tree,4.0,e,gradient,measured,0,1,1,,  | column inputs: '4.0' is not a whole number
                    tree,4000000000,e,gradient,measured,0,1,1,, | column inputs: '4000000000' is not a whole number
                    tree,4,e,gradient,guessed,0,1,1,,     | column method: 'guessed' is not one of: measured, sampled
                    tree,0,e,gradient,measured,0,1,1,,    | column inputs: '0' is less than 1
                    tree,4,e,gradient,measured,-1,1,1,,   | column round: '-1' is less than 0
                    tree,4,e,gradient,measured,0,1,-1,,   | column time_ns: '-1' is not above 0
                    tree,4,e                              | 3 columns where the header has 10
                    """)
    void aWrongValueIsReportedWithItsLine(String row, String problem) throws IOException {
        Files.writeString(
                file, HEADER + "\"two\r\nlines\",4,e,gradient,measured,0,1,1,,\r\n" + row.replace("`", "") + "\r\n");
        assertRefused(":4: " + problem);
    }

    @Test
    void aQuoteThatIsNeverClosedIsReportedWithTheLineItBeginsIn() throws IOException {
        Files.writeString(file, HEADER + "tree,4,e,gradient,measured,0,1,1,,\r\n\"tree,4\r\n\r\n");
        assertThatThrownBy(() -> CsvTable.read(file, Sample.class))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file + ":3: not CSV: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void bytesThatAreNotUtf8AreReported() throws IOException {
        Files.write(
                file, (HEADER + "M\u00fcller,4,e,gradient,measured,0,1,1,,\r\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> CsvTable.read(file, Sample.class))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file + ":2: not CSV: Invalid UTF-8")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aMissingFileIsReportedInOneLine() {
        assertThatThrownBy(() -> CsvTable.read(file, Sample.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read " + file + ": no such file or directory");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> CsvTable.read(file, Sample.class))
                .isInstanceOf(UserError.class)
                .hasMessage(file + message);
    }
}
