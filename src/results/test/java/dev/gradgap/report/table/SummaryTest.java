package dev.gradgap.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.report.finding.ReportData;
import dev.gradgap.report.finding.SampleRun;
import dev.gradgap.results.Status;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

    @TempDir
    private Path folder;

    private String summary(String reason) {
        new SampleRun().with(Status.FAILED, "valley", reason).write(folder);
        return Summary.of(ReportData.read(folder));
    }

    @Test
    void aBackslashBeforeABarDoesNotEndTheCell() {
        assertThat(summary("C:\\|x")).contains("| C:\\\\\\|x |");
    }

    @Test
    void aReasonBecomesNeitherALinkNorCode() {
        assertThat(summary("[click](https://example.org) `x` *y*"))
                .contains("[click]\\(https:&#8203;//example.org) \\`x\\` \\*y\\*");
    }
}
