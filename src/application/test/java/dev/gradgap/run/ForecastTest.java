package dev.gradgap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.MadeUpCell;
import dev.gradgap.results.journal.MadeUpFork;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunHeader;
import dev.gradgap.run.suite.Settings;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final int FORKS = 3;

    /** What the second fork of a cell is taken to need of the time of the first, as long as no cell has had two. */
    private static final double LATER_SHARE = 0.8;

    private static RunHeader header(PlannedCell... cells) {
        return new RunHeader(RunHeader.SCHEMA, "test", 7, FORKS, Settings.DEFAULT.toMap(), List.of(), List.of(cells));
    }

    private static PlannedCell cell(String workload, int inputs, String engine) {
        return MadeUpCell.of(workload, inputs, engine).planned();
    }

    private static ForkResult fork(int cell, int round, double seconds, double recordingSeconds) {
        return MadeUpFork.of(cell, round)
                .times(List.of(1.0))
                .seconds(seconds)
                .recordingSeconds(recordingSeconds)
                .fork();
    }

    @Test
    void everyFunctionThatMayHaveToBeRecordedIsCountedOnce() {
        RunHeader header = header(cell("f", 8, "a"), cell("f", 8, "b"), cell("f", 1_000_000, "a"), cell("g", 8, "a"));
        double without = new Forecast(header).remainingSeconds();

        double with = new Forecast(header, workload -> workload.equals("f")).remainingSeconds();

        assertThat(with - without).isBetween(2 * 0.5 + 5, 2 * 1 + 20.0);
    }

    @Test
    void aRecordingIsOverWhenAForkOfItsFunctionIs() {
        Forecast forecast = new Forecast(header(cell("f", 8, "a"), cell("f", 8, "b")), workload -> true);

        forecast.finished(fork(0, 0, 12, 10));
        forecast.finished(fork(1, 0, 2, 0));

        assertThat(forecast.elapsedSeconds()).isEqualTo(14);
        assertThat(forecast.remainingSeconds()).isEqualTo(2 * (FORKS - 1) * 2.0 * LATER_SHARE, within(1e-9));
    }

    @Test
    void whatWasRecordedIsRecordedAgainWhenTheRunIsResumed() {
        Forecast forecast = new Forecast(header(cell("f", 8, "a"), cell("graph", 8, "a")), workload -> true);
        forecast.finished(fork(0, 0, 12, 10));
        forecast.finished(fork(1, 0, 2, 0));

        forecast.resumed();

        assertThat(forecast.remainingSeconds()).isEqualTo(2 * (FORKS - 1) * 2.0 * LATER_SHARE + 10, within(1e-9));
    }

    @Test
    void whatIsDoneIsNotRecordedAgain() {
        Forecast forecast = new Forecast(header(cell("f", 8, "a")), workload -> true);
        for (int round = 0; round < FORKS; round++) {
            forecast.finished(fork(0, round, round == 0 ? 12 : 2, round == 0 ? 10 : 0));
        }

        forecast.resumed();

        assertThat(forecast.remainingSeconds()).isZero();
    }

    @Test
    void aCellGoesOnAsItsLaterForksDid() {
        Forecast forecast = new Forecast(header(cell("f", 8, "a")));
        forecast.finished(fork(0, 0, 4, 0));
        forecast.finished(fork(0, 1, 1.5, 0));

        assertThat(forecast.remainingSeconds()).isEqualTo((FORKS - 2) * 1.5, within(1e-9));
    }

    @Test
    void howMuchLessLaterForksTakeIsLearntFromOtherCells() {
        PlannedCell[] cells =
                IntStream.range(0, 100).mapToObj(k -> cell("f", 8, "e" + k)).toArray(PlannedCell[]::new);
        Forecast forecast = new Forecast(header(cells));
        for (int k = 0; k < cells.length; k++) {
            forecast.finished(fork(k, 0, 4, 0));
        }
        for (int k = 0; k < cells.length - 1; k++) {
            forecast.finished(fork(k, 1, 1, 0));
        }

        double others = (cells.length - 1) * (FORKS - 2) * 1.0;
        assertThat(forecast.remainingSeconds() - others).isEqualTo((FORKS - 1) * 1.0, within(0.1));
    }

    @Test
    void whatLargeCellsTakeSaysNothingOfSmallOnes() {
        RunHeader header = header(
                cell("f", 1_000_000, "a"), cell("f", 1_000_000, "b"), cell("f", 1_000_000, "c"), cell("f", 8, "a"));
        double small = new Forecast(header(cell("f", 8, "a"))).remainingSeconds();
        Forecast forecast = new Forecast(header);
        for (int k = 0; k < 3; k++) {
            for (int round = 0; round < FORKS; round++) {
                forecast.finished(fork(k, round, 100, 0));
            }
        }

        assertThat(forecast.remainingSeconds()).isBetween(small, 1.5 * small);
    }
}
