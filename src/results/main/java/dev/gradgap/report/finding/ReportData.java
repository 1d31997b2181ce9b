package dev.gradgap.report.finding;

import dev.gradgap.results.RunResults;
import dev.gradgap.results.analysis.Agreement;
import dev.gradgap.results.analysis.Analysis;
import dev.gradgap.results.analysis.ForkDisagreement;
import dev.gradgap.results.analysis.Sample;
import dev.gradgap.results.directory.RunDirectory;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.statistics.noise.Noise;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that a report is made from.
 *
 * @param results the content of the CSV files
 * @param agreement where whole and sampled measurements stand side by side
 * @param noise how much the forks of one cell differ
 * @param disagreements the cells whose forks contradict each other, those that differ most first
 * @param environment where and with what the run was made
 */
public record ReportData(
        RunResults results,
        List<Agreement> agreement,
        Optional<Noise> noise,
        List<ForkDisagreement> disagreements,
        Environment environment) {

    public ReportData {
        agreement = List.copyOf(agreement);
        disagreements = List.copyOf(disagreements);
    }

    /** What follows from the forks of a run; the same as {@link #read} of its files. */
    public static ReportData of(RunData run, Environment environment) {
        return of(Analysis.of(run), Sample.of(run), environment);
    }

    private static ReportData of(RunResults results, List<Sample> samples, Environment environment) {
        return new ReportData(
                results,
                Analysis.agreement(samples),
                Analysis.noise(samples),
                Analysis.disagreements(samples),
                environment);
    }

    /**
     * Reads the files of a run.
     *
     * @throws dev.gradgap.text.UserError in one line, if the directory is no run or a file is damaged
     */
    public static ReportData read(Path directory) {
        return of(
                RunDirectory.read(directory),
                RunDirectory.readSamples(directory),
                RunDirectory.readEnvironment(directory));
    }
}
