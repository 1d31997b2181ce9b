package dev.gradgap.results.directory;

import dev.gradgap.results.BreakEven;
import dev.gradgap.results.Cell;
import dev.gradgap.results.CostRatioScaling;
import dev.gradgap.results.Crossover;
import dev.gradgap.results.Gap;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Scaling;
import dev.gradgap.results.analysis.Analysis;
import dev.gradgap.results.analysis.Sample;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.file.CsvTable;
import dev.gradgap.results.journal.Journal;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.text.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The files of a run. */
public final class RunDirectory {

    public static final String CELLS = "cells.csv";
    public static final String SAMPLES = "samples.csv";
    public static final String GAP = "gap.csv";
    public static final String CROSSOVER = "crossover.csv";
    public static final String SCALING = "scaling.csv";
    public static final String BREAK_EVEN = "breakeven.csv";
    public static final String COST_RATIO = "costratio.csv";
    public static final String ENVIRONMENT = "environment.json";
    public static final String JMH = "jmh.json";
    public static final String FAULTS = "faults";
    public static final String PLOTS = "plots";
    public static final String REPORT = "report.html";
    public static final String SUMMARY = "summary.md";

    private RunDirectory() {}

    /**
     * Writes all data files of a run, each whole or not at all; cells.csv comes last, so that a directory that has it has
     * them all.
     *
     * @param results what {@link Analysis} made of the run
     * @throws java.io.UncheckedIOException naming the file and the cause in one line
     */
    public static void write(Path directory, RunData run, RunResults results, Environment environment) {
        environment.write(directory.resolve(ENVIRONMENT));
        CsvTable.write(directory.resolve(SAMPLES), Sample.class, Sample.of(run));
        CsvTable.write(directory.resolve(GAP), Gap.class, results.gaps());
        CsvTable.write(directory.resolve(CROSSOVER), Crossover.class, results.crossovers());
        CsvTable.write(directory.resolve(SCALING), Scaling.class, results.scalings());
        CsvTable.write(directory.resolve(BREAK_EVEN), BreakEven.class, results.breakEvens());
        CsvTable.write(directory.resolve(COST_RATIO), CostRatioScaling.class, results.costRatios());
        JmhJson.write(directory.resolve(JMH), run, environment);
        CsvTable.write(directory.resolve(CELLS), Cell.class, results.cells());
    }

    /**
     * Reads the results of a run from its CSV files alone; files that earlier versions did not write may be missing.
     *
     * @throws UserError in one line, if the directory is no run, or naming file, line and column of what is wrong
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public static RunResults read(Path directory) {
        return new RunResults(
                CsvTable.read(existing(directory, CELLS), Cell.class),
                CsvTable.read(existing(directory, GAP), Gap.class),
                CsvTable.read(existing(directory, CROSSOVER), Crossover.class),
                CsvTable.read(existing(directory, SCALING), Scaling.class),
                ofLaterVersions(directory.resolve(BREAK_EVEN), BreakEven.class),
                ofLaterVersions(directory.resolve(COST_RATIO), CostRatioScaling.class));
    }

    /**
     * Reads the raw times of a run.
     *
     * @throws UserError in one line, if the directory is no run, or naming file, line and column of what is wrong
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static List<Sample> readSamples(Path directory) {
        return CsvTable.read(existing(directory, SAMPLES), Sample.class);
    }

    /**
     * Reads where and with what a run was made; nothing is known of it if environment.json is missing.
     *
     * @throws UserError naming file and line, if the file is no JSON object
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static Environment readEnvironment(Path directory) {
        Path file = directory.resolve(ENVIRONMENT);
        return Files.exists(file) ? Environment.read(file) : new Environment(Map.of());
    }

    private static <R extends Record> List<R> ofLaterVersions(Path file, Class<R> type) {
        return Files.exists(file) ? CsvTable.read(file, type) : List.of();
    }

    private static Path existing(Path directory, String name) {
        Path file = directory.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        if (!Files.isDirectory(directory)) {
            throw new UserError(directory + " is not a run directory: "
                    + (Files.exists(directory) ? "it is a file" : "it does not exist"));
        }
        throw new UserError(directory + " is not a run directory: " + name + " is missing"
                + (Files.exists(directory.resolve(Journal.FILE))
                        ? "; it holds an unfinished run, which can be resumed"
                        : ""));
    }
}
