package dev.gradgap.results.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.BreakEven;
import dev.gradgap.results.Cell;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.Check;
import dev.gradgap.results.CostRatioScaling;
import dev.gradgap.results.Crossover;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Memory;
import dev.gradgap.results.Method;
import dev.gradgap.results.Scaling;
import dev.gradgap.results.Status;
import dev.gradgap.results.TimedCell;
import dev.gradgap.results.Timing;
import dev.gradgap.results.analysis.Sample;
import dev.gradgap.results.file.CsvTable;
import dev.gradgap.statistics.BreakEvenEstimate;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.statistics.Interval;
import dev.gradgap.statistics.PowerLaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is written is read back equal, whatever the locale, and a plain reader of RFC 4180 sees whole rows. */
class CsvRoundTripTest {

    private static final int TRIES = 40;

    private static Path directory;

    @BeforeContainer
    static void makeDirectory() throws IOException {
        directory = Files.createTempDirectory("csv");
    }

    @AfterContainer
    static void deleteDirectory() throws IOException {
        Files.deleteIfExists(directory.resolve("table.csv"));
        Files.delete(directory);
    }

    @Property(tries = TRIES)
    void cells(@ForAll("cells") List<Cell> cells, @ForAll("locales") Locale locale) throws IOException {
        comeBack(cells, Cell.class, locale, 27);
    }

    @Property(tries = TRIES)
    void samples(@ForAll("samples") List<Sample> samples, @ForAll("locales") Locale locale) throws IOException {
        comeBack(samples, Sample.class, locale, 10);
    }

    @Property(tries = TRIES)
    void gaps(@ForAll("gaps") List<Gap> gaps, @ForAll("locales") Locale locale) throws IOException {
        comeBack(gaps, Gap.class, locale, 14);
    }

    @Property(tries = TRIES)
    void crossovers(@ForAll("crossovers") List<Crossover> crossovers, @ForAll("locales") Locale locale)
            throws IOException {
        comeBack(crossovers, Crossover.class, locale, 9);
    }

    @Property(tries = TRIES)
    void scalings(@ForAll("scalings") List<Scaling> scalings, @ForAll("locales") Locale locale) throws IOException {
        comeBack(scalings, Scaling.class, locale, 9);
    }

    @Property(tries = TRIES)
    void breakEvens(@ForAll("breakEvens") List<BreakEven> breakEvens, @ForAll("locales") Locale locale)
            throws IOException {
        comeBack(breakEvens, BreakEven.class, locale, 15);
    }

    @Property(tries = TRIES)
    void costRatios(@ForAll("costRatios") List<CostRatioScaling> costRatios, @ForAll("locales") Locale locale)
            throws IOException {
        comeBack(costRatios, CostRatioScaling.class, locale, 11);
    }

    private static <R extends Record> void comeBack(List<R> rows, Class<R> type, Locale locale, int columns)
            throws IOException {
        Path file = directory.resolve("table.csv");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(locale);
            CsvTable.write(file, type, rows);
            assertThat(CsvTable.read(file, type)).isEqualTo(rows);
            Locale.setDefault(Locale.ENGLISH);
            assertThat(CsvTable.read(file, type)).isEqualTo(rows);
        } finally {
            Locale.setDefault(before);
        }
        String text = Files.readString(file);
        assertThat(rfc4180(text)).hasSize(rows.size() + 1).allSatisfy(row -> assertThat(row)
                .hasSize(columns));
        assertThat(text).doesNotContain("NaN").doesNotContain("null").endsWith("\r\n");
    }

    /** A reader written from the grammar of RFC 4180, section 2, alone. */
    private static List<List<String>> rfc4180(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            StringBuilder field = new StringBuilder();
            if (text.charAt(i) == '"') {
                i++;
                while (text.charAt(i) != '"' || text.startsWith("\"\"", i)) {
                    i += text.charAt(i) == '"' ? 1 : 0;
                    field.append(text.charAt(i++));
                }
                i++;
            } else {
                while (",\r\n\"".indexOf(text.charAt(i)) < 0) {
                    field.append(text.charAt(i++));
                }
            }
            row.add(field.toString());
            if (text.charAt(i) == ',') {
                i++;
            } else {
                assertThat(text).startsWith(text.substring(0, i) + "\r\n");
                i += 2;
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        return rows;
    }

    @Provide
    Arbitrary<Locale> locales() {
        return Arbitraries.of("de-DE", "ar-EG", "tr-TR", "en-US", "fa-IR-u-nu-arabext")
                .map(Locale::forLanguageTag);
    }

    @Provide
    Arbitrary<List<Cell>> cells() {
        return Combinators.combine(
                        Combinators.combine(names(), wholes(), wholes(), optionalWholes(), names())
                                .as(List::<Object>of),
                        Arbitraries.of(Technology.class),
                        Arbitraries.of(Mode.class),
                        Arbitraries.of(Operator.class),
                        Arbitraries.of(Status.class),
                        Arbitraries.of(Method.class).optional(),
                        positiveIntervals().optional(),
                        optionalPositives().list().ofSize(5))
                .as((basics, technology, mode, operator, status, method, time, numbers) -> new Cell(
                        (String) basics.get(0),
                        (int) basics.get(1),
                        (int) basics.get(2),
                        (OptionalLong) basics.get(3),
                        (String) basics.get(4),
                        technology,
                        mode,
                        operator,
                        status,
                        method,
                        (OptionalLong) basics.get(3),
                        new Timing(
                                time,
                                (int) basics.get(2),
                                (int) basics.get(1),
                                numbers.get(0),
                                numbers.get(1),
                                numbers.get(4)),
                        new Memory(
                                numbers.get(2),
                                (OptionalLong) basics.get(3),
                                (OptionalLong) basics.get(3),
                                OptionalLong.empty()),
                        new Check(status == Status.OK, numbers.get(3)),
                        (String) basics.get(4),
                        technology.label()))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Sample>> samples() {
        return Combinators.combine(
                        names(),
                        wholes(),
                        names(),
                        Arbitraries.of(Operator.class),
                        Arbitraries.of(Method.class),
                        wholes(),
                        positives(),
                        optionalPositives())
                .as((workload, inputs, engine, operator, method, round, time, bytes) -> new Sample(
                        new TimedCell(new CellKey(workload, inputs, engine, operator), method),
                        round,
                        inputs,
                        time,
                        bytes,
                        bytes))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Gap>> gaps() {
        return Combinators.combine(
                        names(),
                        wholes(),
                        optionalWholes(),
                        Arbitraries.of(Technology.class),
                        names(),
                        Arbitraries.longs().greaterOrEqual(1),
                        positiveIntervals(),
                        Arbitraries.of(Method.class))
                .as((workload, inputs, operations, technology, engine, passes, gap, method) -> new Gap(
                        workload,
                        inputs,
                        operations,
                        technology,
                        engine,
                        engine,
                        passes,
                        gap.estimate(),
                        gap.estimate(),
                        gap,
                        method,
                        technology.label()))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Crossover>> crossovers() {
        return Combinators.combine(
                        names(),
                        Arbitraries.of(Technology.class),
                        names(),
                        Arbitraries.of(CrossoverEstimate.Status.class),
                        positiveIntervals())
                .as((workload, technology, engine, status, at) -> new Crossover(
                        workload,
                        technology,
                        engine,
                        engine,
                        new CrossoverEstimate(
                                status, Optional.of(at).filter(any -> status == CrossoverEstimate.Status.FOUND)),
                        technology.label()))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Scaling>> scalings() {
        return Combinators.combine(
                        names(), names(), Arbitraries.of(Operator.class), intervals(), positives(), numbers(), wholes())
                .as((workload, engine, operator, exponent, coefficient, rSquared, points) ->
                        new Scaling(workload, engine, operator, new PowerLaw(exponent, coefficient, rSquared, points)))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<BreakEven>> breakEvens() {
        return Combinators.combine(
                        names(),
                        wholes(),
                        optionalWholes(),
                        Arbitraries.of(Mode.class),
                        positives(),
                        Arbitraries.of(BreakEvenEstimate.Status.class),
                        positiveIntervals(),
                        Arbitraries.of(Method.class))
                .as((workload, inputs, operations, mode, number, status, uses, method) -> new BreakEven(
                        workload,
                        inputs,
                        operations,
                        mode,
                        workload,
                        workload,
                        number,
                        number,
                        OptionalDouble.of(number),
                        number,
                        Optional.of(uses).filter(any -> status.pays()),
                        status,
                        method))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<CostRatioScaling>> costRatios() {
        return Combinators.combine(
                        names(), names(), Arbitraries.of(Mode.class), intervals(), positives(), numbers(), wholes())
                .as((workload, engine, mode, exponent, coefficient, rSquared, points) -> new CostRatioScaling(
                        workload, engine, mode, new PowerLaw(exponent, coefficient, rSquared, points), points, points))
                .list()
                .ofMaxSize(5);
    }

    private static Arbitrary<String> names() {
        Arbitrary<String> awkward = Arbitraries.strings()
                .withChars(",\"\r\n ;'#\\=\t\u0000\u00e9\u0131\u0130\u0663a")
                .ofMaxLength(40);
        return Arbitraries.oneOf(
                awkward,
                Arbitraries.of("log-sum-exp", "random:operations=10:seed=3", "\ud83d\ude00", "\ufeffx", "NUL\u0000"));
    }

    private static Arbitrary<Integer> wholes() {
        return Arbitraries.integers().greaterOrEqual(1);
    }

    private static Arbitrary<OptionalLong> optionalWholes() {
        return Arbitraries.longs().greaterOrEqual(0).optional().map(whole -> whole.map(OptionalLong::of)
                .orElse(OptionalLong.empty()));
    }

    /** Finite doubles of every magnitude, from any bit pattern. */
    private static Arbitrary<Double> numbers() {
        Arbitrary<Double> any =
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
        return Arbitraries.oneOf(any, Arbitraries.of(0.1 + 0.2, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 2e-3, 1e7));
    }

    private static Arbitrary<Interval> intervals() {
        return intervals(numbers());
    }

    private static Arbitrary<Interval> positiveIntervals() {
        return intervals(positives());
    }

    private static Arbitrary<Interval> intervals(Arbitrary<Double> numbers) {
        return Combinators.combine(numbers, numbers, numbers, Arbitraries.of(true, false))
                .as((estimate, one, other, isKnown) -> isKnown
                        ? new Interval(estimate, Math.min(one, other), Math.max(one, other))
                        : Interval.unknown(estimate));
    }

    private static Arbitrary<Double> positives() {
        return numbers().map(Math::abs).filter(number -> number > 0);
    }

    private static Arbitrary<OptionalDouble> optionalPositives() {
        return positives().optional().map(number -> number.map(OptionalDouble::of)
                .orElse(OptionalDouble.empty()));
    }
}
