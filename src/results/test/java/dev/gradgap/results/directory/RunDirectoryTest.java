package dev.gradgap.results.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Status;
import dev.gradgap.results.analysis.Analysis;
import dev.gradgap.results.analysis.Runs;
import dev.gradgap.results.analysis.Sample;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.journal.Journal;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

    private static final RunData RUN = Runs.run(
            List.of(Runs.FORWARD, Runs.REVERSE, Runs.PRIMAL),
            Runs.measured(0, 0, 300.0, 310.0),
            Runs.measured(1, 0, 100.0, 101.0),
            Runs.measured(0, 1, 330.0, 320.0),
            Runs.measured(1, 1, 110.0, 111.0),
            Runs.ended(2, 0, Status.FAILED, "killed"));
    private static final Environment ENVIRONMENT = new Environment(
            Map.of("jmh_version", "1.37", "java_version", "17.0.9", "jvm_arguments", List.of("-Xmx1g")));

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsReadBack() {
        RunResults results = Analysis.of(RUN);
        RunDirectory.write(directory, RUN, results, ENVIRONMENT);
        assertThat(RunDirectory.read(directory)).isEqualTo(results);
        assertThat(RunDirectory.readSamples(directory))
                .isEqualTo(Sample.of(RUN))
                .hasSize(8);
        assertThat(RunDirectory.readEnvironment(directory)).isEqualTo(ENVIRONMENT);
        assertThat(directory)
                .isDirectoryContaining(path -> path.endsWith("jmh.json"))
                .isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    @Test
    void writingTwiceGivesTheSameBytes() throws IOException {
        RunDirectory.write(directory.resolve("a"), RUN, Analysis.of(RUN), ENVIRONMENT);
        RunDirectory.write(directory.resolve("b"), RUN, Analysis.of(RUN), ENVIRONMENT);
        for (String name : List.of(
                "cells.csv",
                "samples.csv",
                "gap.csv",
                "crossover.csv",
                "scaling.csv",
                "breakeven.csv",
                "costratio.csv",
                "jmh.json")) {
            assertThat(directory.resolve("a").resolve(name))
                    .hasSameBinaryContentAs(directory.resolve("b").resolve(name));
        }
    }

    @Test
    void jmhsOwnReadersFindTheOkCells() throws IOException {
        RunDirectory.write(directory, RUN, Analysis.of(RUN), ENVIRONMENT);
        JsonNode results =
                new ObjectMapper().readTree(directory.resolve("jmh.json").toFile());
        assertThat(results).hasSize(2);
        JsonNode forward = results.get(0);
        // The names of the fields are those of JMH 1.37.
        assertThat(forward.propertyStream().map(Map.Entry::getKey))
                .containsExactly(
                        "jmhVersion",
                        "benchmark",
                        "mode",
                        "threads",
                        "forks",
                        "jvm",
                        "jvmArgs",
                        "jdkVersion",
                        "warmupIterations",
                        "warmupTime",
                        "warmupBatchSize",
                        "measurementIterations",
                        "measurementTime",
                        "measurementBatchSize",
                        "params",
                        "primaryMetric",
                        "secondaryMetrics");
        assertThat(forward.get("benchmark").asText()).endsWith(".gradient");
        assertThat(forward.get("forks").asInt()).isEqualTo(2);
        assertThat(forward.get("measurementTime").asText()).isEqualTo("50 ms");
        assertThat(forward.get("params").toString())
                .isEqualTo("{\"workload\":\"rosenbrock\",\"inputs\":\"4\",\"engine\":\"graph-forward\","
                        + "\"method\":\"measured\"}");
        JsonNode metric = forward.get("primaryMetric");
        assertThat(metric.get("score").asDouble())
                .isEqualTo(Analysis.of(RUN).cells().get(0).time().orElseThrow().estimate());
        assertThat(metric.get("scoreUnit").asText()).isEqualTo("ns/op");
        assertThat(metric.get("rawData").toString()).isEqualTo("[[300.0,310.0],[330.0,320.0]]");
        assertThat(metric.get("scorePercentiles").get("0.0").asDouble()).isEqualTo(300);
        assertThat(metric.get("scorePercentiles").get("50.0").asDouble()).isEqualTo(315);
        assertThat(metric.get("scorePercentiles").get("100.0").asDouble()).isEqualTo(330);
        JsonNode allocation = forward.get("secondaryMetrics").get("gc.alloc.rate.norm");
        assertThat(allocation.get("score").asDouble()).isEqualTo(16.5);
        assertThat(allocation.get("scoreError").asText()).isEqualTo("NaN");
    }

    @Test
    void jmhJsonIsStrictJsonEvenWithoutIntervals() throws IOException {
        RunData oneFork = Runs.run(List.of(Runs.FORWARD), Runs.measured(0, 0, 300.0));
        Path file = directory.resolve("jmh.json");
        JmhJson.write(file, oneFork, new Environment(Map.of()));
        JsonNode metric = new ObjectMapper().readTree(file.toFile()).get(0).get("primaryMetric");
        assertThat(metric.get("scoreConfidence").toString()).isEqualTo("[\"NaN\",\"NaN\"]");
    }

    @Test
    void jmhJsonShowsTheSettingsOfTheCell() throws IOException {
        Map<String, String> own = Map.of("heap", "16g", "iterations", "2", "iteration_ms", "500");
        RunData run = Runs.run(List.of(Runs.with(own, Runs.FORWARD)), Runs.measured(0, 0, 300.0));
        Path file = directory.resolve("jmh.json");
        JmhJson.write(
                file, run, new Environment(Map.of("jvm_arguments", List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"))));
        JsonNode result = new ObjectMapper().readTree(file.toFile()).get(0);
        assertThat(result.get("jvmArgs").toString()).isEqualTo("[\"-Xms16g\",\"-Xmx16g\",\"-XX:+UseSerialGC\"]");
        assertThat(result.get("measurementIterations").asInt()).isEqualTo(2);
        assertThat(result.get("measurementTime").asText()).isEqualTo("500 ms");
    }

    @Test
    void filesThatEarlierVersionsDidNotWriteMayBeMissing() throws IOException {
        RunDirectory.write(directory, RUN, Analysis.of(RUN), ENVIRONMENT);
        Files.delete(directory.resolve("breakeven.csv"));
        Files.delete(directory.resolve("costratio.csv"));
        assertThat(RunDirectory.read(directory).cells()).hasSize(3);
        assertThat(RunDirectory.read(directory).breakEvens()).isEmpty();
        assertThat(RunDirectory.read(directory).costRatios()).isEmpty();
    }

    @Test
    void aDirectoryWithoutCellsIsNoRun() {
        assertRefused(directory, directory + " is not a run directory: cells.csv is missing");
    }

    @Test
    void withoutItsFileNothingIsKnownOfTheEnvironment() {
        assertThat(RunDirectory.readEnvironment(directory).fields()).isEmpty();
    }

    @Test
    void anUnfinishedRunCanBeResumed() {
        Journal.create(directory, RUN.header()).close();
        assertRefused(
                directory,
                directory + " is not a run directory: cells.csv is missing; it holds an unfinished run, which can be"
                        + " resumed");
    }

    @Test
    void aMissingDirectoryAndAFileAreNoRuns() throws IOException {
        Path missing = directory.resolve("missing");
        assertRefused(missing, missing + " is not a run directory: it does not exist");
        Path file = Files.createFile(directory.resolve("file"));
        assertRefused(file, file + " is not a run directory: it is a file");
    }

    private static void assertRefused(Path directory, String message) {
        assertThatThrownBy(() -> RunDirectory.read(directory))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }
}
