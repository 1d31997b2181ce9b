package dev.gradgap.results.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.results.file.Schema.Gained;
import dev.gradgap.results.file.Schema.MayBeNaN;
import dev.gradgap.results.file.Schema.Name;
import dev.gradgap.results.file.Schema.Positive;
import dev.gradgap.results.file.Schema.Signed;
import dev.gradgap.statistics.Interval;
import dev.gradgap.text.UserError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

    private enum Colour {
        RED,
        DARK_BLUE
    }

    private record Group(OptionalLong tapeBytes, @Gained(2) OptionalLong gcCount) {}

    private record Row(
            String workload,
            @Positive int inputs,
            @Positive Optional<Interval> timeNs,
            Group group,
            Colour colour,
            @Signed @MayBeNaN double rSquared,
            @Gained(1) Optional<Colour> other) {

        private Row {
            if (workload.equals("none")) {
                throw new FieldException("workload", "is not wanted");
            }
        }
    }

    private record Line(
            @Name String workload,
            @Signed long seed,
            List<Double> timesNs,
            List<Group> groups,
            OptionalDouble error,
            @Gained(1) String reason,
            @Gained(2) Map<String, String> settings,
            @Gained(2) double seconds) {}

    private static final Schema<Row> ROW = Schema.of(Row.class);
    private static final Schema<Line> LINE = Schema.of(Line.class);
    private static final Row FULL = new Row(
            "w",
            2,
            Optional.of(new Interval(3, 2, 4)),
            new Group(OptionalLong.of(5), OptionalLong.of(6)),
            Colour.DARK_BLUE,
            -0.5,
            Optional.of(Colour.RED));
    private static final Row SPARSE = new Row(
            "w",
            2,
            Optional.empty(),
            new Group(OptionalLong.empty(), OptionalLong.empty()),
            Colour.RED,
            Double.NaN,
            Optional.empty());

    @Test
    void columnsAreTheComponentsOfTheRecordAndOfItsGroupsThoseGainedLast() {
        assertThat(ROW.texts(FULL))
                .containsExactly(
                        Map.entry("workload", "w"),
                        Map.entry("inputs", "2"),
                        Map.entry("time_ns", "3.0"),
                        Map.entry("time_lo_ns", "2.0"),
                        Map.entry("time_hi_ns", "4.0"),
                        Map.entry("tape_bytes", "5"),
                        Map.entry("colour", "dark_blue"),
                        Map.entry("r_squared", "-0.5"),
                        Map.entry("other", "red"),
                        Map.entry("gc_count", "6"));
        assertThat(ROW.ofTexts(ROW.texts(FULL), "f:1")).isEqualTo(FULL);
    }

    @Test
    void whatIsUnknownIsEmptyAndComesBack() {
        assertThat(ROW.texts(SPARSE)).hasSize(10).containsEntry("r_squared", "").containsEntry("gc_count", "");
        assertThat(ROW.ofTexts(ROW.texts(SPARSE), "f:1")).isEqualTo(SPARSE);
        Map<String, String> earlier = new LinkedHashMap<>(ROW.texts(SPARSE));
        earlier.keySet().removeAll(List.of("other", "gc_count"));
        assertThat(ROW.ofTexts(earlier, "f:1")).isEqualTo(SPARSE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            inputs     | 0     | 'f:3: column inputs: ''0'' is less than 1'
            inputs     | 1e9   | 'f:3: column inputs: ''1e9'' is not a whole number'
            inputs     | 9999999999 | 'f:3: column inputs: ''9999999999'' is not a whole number'
            tape_bytes | -1    | 'f:3: column tape_bytes: ''-1'' is less than 0'
            time_ns    | 0     | 'f:3: column time_ns: ''0'' is not above 0'
            time_ns    | ''    | 'f:3: column time_lo_ns: ''2.0'' stands where there is no value'
            time_lo_ns | ''    | 'f:3: column time_lo_ns: '''' is no bound, where the other bound is given'
            time_lo_ns | 5     | 'f:3: column time_lo_ns: ''5'' is above the other bound'
            time_lo_ns | -5    | 'f:3: column time_lo_ns: ''-5'' is less than 0'
            colour     | green | 'f:3: column colour: ''green'' is not one of: red, dark_blue'
            other      | RED   | 'f:3: column other: ''RED'' is not one of: red, dark_blue'
            r_squared  | NaN   | 'f:3: column r_squared: ''NaN'' is not a number'
            workload   | none  | 'f:3: column workload: ''none'' is not wanted'
            """)
    void whatCannotBeIsRefusedWithItsPlace(String column, String value, String message) {
        Map<String, String> texts = new LinkedHashMap<>(ROW.texts(FULL));
        texts.put(column, value);
        assertThatThrownBy(() -> ROW.ofTexts(texts, "f:3"))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }

    @Test
    void aCountThatCouldNotBeReadBackIsNotWritten() {
        assertThatThrownBy(() -> ROW.texts(new Row(
                        "w",
                        2,
                        Optional.empty(),
                        new Group(OptionalLong.of(-5), OptionalLong.empty()),
                        Colour.RED,
                        0,
                        Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tape_bytes cannot be -5");
    }

    @Test
    void jsonLeavesOutWhatIsUnknownAndWhatWasGainedIfItIsEmpty() {
        Line empty = new Line("w", -1, List.of(), List.of(), OptionalDouble.empty(), "", Map.of(), 0);
        assertThat(json(empty)).isEqualTo("{\"workload\":\"w\",\"seed\":-1,\"times_ns\":[],\"groups\":[]}");
        assertThat(LINE.ofJson(JsonFields.object(LINE.json(empty)))).isEqualTo(empty);

        Line full = new Line(
                "w",
                1,
                List.of(0.1 + 0.2, Double.NEGATIVE_INFINITY),
                List.of(new Group(OptionalLong.of(1), OptionalLong.empty())),
                OptionalDouble.of(2),
                "why",
                Map.of("b", "2", "a", "1"),
                0.5);
        assertThat(json(full))
                .isEqualTo("{\"workload\":\"w\",\"seed\":1,\"times_ns\":[0.30000000000000004,\"-Infinity\"],"
                        + "\"groups\":[{\"tape_bytes\":1}],\"error\":2.0,\"reason\":\"why\","
                        + "\"settings\":{\"a\":\"1\",\"b\":\"2\"},\"seconds\":0.5}");
        assertThat(LINE.ofJson(JsonFields.object(LINE.json(full)))).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "workload":"w"  | "workload":""    | 'workload' is no name: it is empty, too long, or has characters that nobody sees: ''
            "workload":"w"  | "workload":3     | 'workload' is not a text
            "seed":-1,      | ``               | 'seed' is missing
            "seed":-1       | "seed":1.5       | 'seed' is not a whole number
            "times_ns":[]   | "times_ns":["x"] | 'times_ns' is not a number
            "groups":[]     | "groups":[{"tape_bytes":-1}] | 'tape_bytes' is -1, which is less than 0
            "groups":[]     | "groups":[],"error":"NaN"    | 'error' is not a number
            "groups":[]     | "groups":[],"settings":{"a":1} | 'a' is not a text
            """)
    void whatCannotBeInJsonIsRefusedWithItsField(String right, String wrong, String message) {
        String line = json(new Line("w", -1, List.of(), List.of(), OptionalDouble.empty(), "", Map.of(), 0));
        assertThat(line).contains(right);
        byte[] changed = line.replace(right, wrong).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> LINE.ofJson(JsonFields.object(changed)))
                .isInstanceOf(FieldException.class)
                .hasMessage(message);
    }

    private static String json(Line line) {
        return new String(LINE.json(line), StandardCharsets.UTF_8);
    }
}
