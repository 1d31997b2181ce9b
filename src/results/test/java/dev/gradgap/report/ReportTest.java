package dev.gradgap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.report.finding.ReportData;
import dev.gradgap.report.finding.SampleRun;
import dev.gradgap.results.Status;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class ReportTest {

    private static final int[] SIZES = {1, 16, 256, 4096, 65536, 1 << 20};
    private static final String HOLLOW = "fill:rgb(255,255,255)";

    @TempDir
    private Path folder;

    private String report(SampleRun run) throws IOException {
        run.write(folder);
        assertThat(Report.write(folder, ReportData.read(folder), List.of())).isEmpty();
        return Files.readString(folder.resolve("summary.md"));
    }

    private String plot(String name) throws IOException {
        return Files.readString(folder.resolve("plots").resolve(name + ".svg"));
    }

    private List<String> plots() throws IOException {
        if (!Files.isDirectory(folder.resolve("plots"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("plots"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static long count(String text, String piece) {
        return Pattern.compile(Pattern.quote(piece)).matcher(text).results().count();
    }

    @Test
    void everyPlotComesAsSvgAndPng() throws IOException {
        report(SampleRun.of("valley", SIZES));

        assertThat(plots())
                .containsExactly(
                        "cost-ratio-overloading.png",
                        "cost-ratio-overloading.svg",
                        "gap-overview-overloading.png",
                        "gap-overview-overloading.svg",
                        "gap-valley.png",
                        "gap-valley.svg",
                        "memory-live-forward.png",
                        "memory-live-forward.svg",
                        "memory-live-reverse.png",
                        "memory-live-reverse.svg",
                        "memory-tape-forward.png",
                        "memory-tape-forward.svg",
                        "memory-tape-reverse.png",
                        "memory-tape-reverse.svg",
                        "model-overloading.png",
                        "model-overloading.svg",
                        "time-valley-overloading.png",
                        "time-valley-overloading.svg");
    }

    @Test
    void theVerdictSaysWhatTheRunWasMadeToShow() throws IOException {
        assertThat(report(SampleRun.of("valley", SIZES)))
                .contains("18 planned = 18 ok + 0 skipped + 0 failed")
                .contains("with 1M inputs forward mode takes 105,000 [105,000, 105,000] times as long")
                .contains("forward sampled")
                .contains("reverse mode is faster from N = 10.0 [10.0, 10.0] on (one workload)")
                .contains("forward b = 1.00 (theory 1), reverse b = 0.00 (theory 0)")
                .contains("a reverse gradient costs 5.00 plain primals")
                .contains("noise between forks: 1.2 % in the median cell");
    }

    /** What compiles takes 100 N ns to prepare and 4 N ns for a gradient; the hand-written adjoint takes 2.5 N ns. */
    private static SampleRun compiled(String... workloads) {
        SampleRun run = new SampleRun();
        for (String workload : workloads) {
            for (int n : new int[] {1024, 4096, 16_384}) {
                run.with(workload, n, Technology.OVERLOADING, Mode.FORWARD, Operator.GRADIENT, 3.0 * n * n)
                        .with(workload, n, Technology.OVERLOADING, Mode.REVERSE, Operator.GRADIENT, 10.0 * n)
                        .with(workload, n, Technology.COMPILED, Mode.FORWARD, Operator.GRADIENT, 1.5 * n * n)
                        .with(workload, n, Technology.COMPILED, Mode.REVERSE, Operator.GRADIENT, 4.0 * n)
                        .with(workload, n, Technology.COMPILED, Mode.REVERSE, Operator.PREPARE, 100.0 * n)
                        .adjoint(workload, n, Operator.PRIMAL, 2.0 * n)
                        .adjoint(workload, n, Operator.GRADIENT, 2.5 * n);
            }
        }
        return run;
    }

    @Test
    void theSummaryComparesWithTheHandWrittenAdjoint() throws IOException {
        SampleRun run = compiled("valley", "ridge")
                .with("plain", 1024, Technology.COMPILED, Mode.REVERSE, Operator.GRADIENT, 3.0)
                .adjoint("plain", 1024, Operator.GRADIENT, 1.0);

        assertThat(report(run))
                .contains("## Reverse gradient (of several outputs: pullback) over the hand-written adjoint")
                .contains("| engine | inputs | valley | ridge | plain | geometric mean |  |")
                .contains("| compiled-reverse | 1024 | 1.60 | 1.60 | 3.00 | 1.97 | measured |") // 7.68^(1/3)
                .contains("| compiled-reverse | 16384 | 1.60 | 1.60 |  | 1.60 (of 2) | measured |")
                .contains("| overloading-reverse | 16384 | 4.00 | 4.00 |  | 4.00 (of 2) | measured |")
                .doesNotContain("| reference-adjoint | 16384 | 1.00");
    }

    @Test
    void theSummaryShowsPassesPreparationMemoryAndGrowth() throws IOException {
        assertThat(report(compiled("valley")))
                .contains("## One forward pass over a primal")
                .contains("| compiled-forward | 4096 | 0.750 | 0.750 | measured |")
                .contains("## One derivative by forward mode over a primal")
                .contains("## Preparation: nanoseconds per operation")
                .contains("| compiled-reverse | 4096 | 100 | 100 | measured |")
                .contains("| valley | compiled-reverse | 0.000 [0.000, 0.000] |")
                .contains("| valley | 16384 | compiled-reverse | 492,000 | 410,000 | 1.20 | 25.0 | 20.0 |")
                .contains("| valley | 1024 | compiled-reverse | overloading-reverse | 102 µs | 4.10 µs | taken as 0 |"
                        + " 10.2 µs | 17 [17, 17] | measured |");
    }

    @Test
    void theSummaryRanksEnginesAndShowsWhatAVisitCosts() throws IOException {
        assertThat(report(compiled("valley", "ridge")))
                .contains("## Engines ranked: gradient, reverse mode (geometric mean over 2 families, 6 workloads and")
                .contains("| 1 | reference-adjoint | reference | 1.00 | measured |")
                .contains("| 3 | overloading-reverse | overloading | 4.00 | measured |")
                .contains("## Model and measurement")
                .contains("| compiled-forward | 6 | 1.000 [1.000, 1.000] | 1.0000 | 1.50 | 1.50 | 1.50 |");
    }

    @Test
    void theVerdictSaysWhenPreparingHasPaidForItself() throws IOException {
        String gradients = "preparing the reverse engine has paid for itself after 17 gradients, against running the"
                + " function's own code";
        assertThat(report(compiled("valley"))).contains(gradients).doesNotContain(gradients + " (");
        assertThat(report(compiled("valley", "ridge")))
                .contains(gradients + " (geometric mean of 2 workloads, from 17 to 17)");
        assertThat(report(SampleRun.of("valley", SIZES))).doesNotContain("paid for itself");
    }

    @Test
    void theVerdictSpeaksOfOnePairOfATechnology() throws IOException {
        SampleRun run = SampleRun.of("valley", 1024, 4096);
        run.with("valley", 4096, Technology.OVERLOADING, Mode.REVERSE, Operator.GRADIENT, 1.0);

        assertThat(report(run)).contains("forward mode takes 410 [410, 410] times as long as reverse mode (valley");
    }

    @Test
    void sampledPointsAreHollowAndMeasuredOnesFilled() throws IOException {
        report(SampleRun.of("valley", 1, 16, 256));
        long background = count(plot("time-valley-overloading"), HOLLOW);

        report(SampleRun.of("valley", 1, 16, 4096));

        assertThat(count(plot("time-valley-overloading"), HOLLOW)).isEqualTo(background + 1);
    }

    @Test
    void theSameDataGivesTheSameBytesInEveryLocale() throws IOException {
        report(SampleRun.of("valley", SIZES).with(Status.FAILED, "valley", "why"));
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        List<byte[]> before = files.stream().map(ReportTest::bytes).toList();
        Locale locale = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "ar-EG-u-nu-arab", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                Report.write(folder, ReportData.read(folder), List.of());
                for (int k = 0; k < files.size(); k++) {
                    assertThat(files.get(k)).as(tag).hasBinaryContent(before.get(k));
                }
            }
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void namesFromUsersEscapeNeitherTheFolderNorTheMarkup() throws IOException {
        String name = "../<script>alert(1)</script>|x:y=1";
        String summary = report(SampleRun.of(name, 16, 64).with(Status.FAILED, name, "a|b\n<b>c</b>"));

        assertThat(summary).doesNotContain("<script>", "<b>").contains("&lt;script&gt;", "a\\|b &lt;b&gt;c&lt;/b&gt;");
        assertThat(plots()).isNotEmpty().allMatch(file -> file.matches("[a-z0-9._-]+"));
        assertThat(folder.getParent().resolve("<script>alert(1)")).doesNotExist();
        for (String file : plots()) {
            if (file.endsWith(".svg")) {
                assertThat(Files.readString(folder.resolve("plots").resolve(file)))
                        .doesNotContain("<script");
            }
        }
    }

    @Test
    void aRunInWhichEverythingFailedSaysSo() throws IOException {
        String summary = report(new SampleRun()
                .with(Status.FAILED, "valley", "out of memory")
                .with(Status.SKIPPED, "valley", "too large"));

        assertThat(summary)
                .contains("2 planned = 0 ok + 1 skipped + 1 failed", "there is no gap to report", "out of memory")
                .doesNotContain("NaN", "Infinity");
        assertThat(plots()).isEmpty();
    }

    @Test
    void aSingleSizeHasAGapButNoPlot() throws IOException {
        assertThat(report(SampleRun.of("valley", 64)))
                .contains("with 64 inputs forward mode takes 6.40")
                .doesNotContain("NaN", "Infinity");
        assertThat(plots()).isEmpty();
    }

    @Test
    void whatIsNoRunIsRefusedInOneLine() {
        assertThatThrownBy(() -> Report.write(folder, ReportData.read(folder), List.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cells.csv")
                .hasMessageNotContaining("\n");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
