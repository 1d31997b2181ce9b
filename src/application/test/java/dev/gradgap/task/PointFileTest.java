package dev.gradgap.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointFileTest {

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("point.txt"), text);
    }

    @Test
    void numbersAreSeparatedByWhiteSpaceOrCommas() throws IOException {
        assertThat(PointFile.read(file("\ufeff1 -2.5,3e2\r\n\t+.5 , 5.,\n6E-1,\n"), 10))
                .containsExactly(1, -2.5, 300, 0.5, 5, 0.6);
    }

    @Test
    void anEmptyFileHasNoNumbers() throws IOException {
        assertThat(PointFile.read(file(" \n"), 10)).isEmpty();
    }

    @Property(tries = 100)
    void everyFiniteNumberReadsBack(@ForAll double[] numbers) throws IOException {
        double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
        String text = Arrays.stream(finite).mapToObj(Double::toString).collect(Collectors.joining(", "));
        Path file = Files.createTempFile("point", ".txt");
        try {
            assertThat(PointFile.read(Files.writeString(file, text), 1000)).containsExactly(finite);
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 2#3 NaN      | 2: 'NaN' is not finite; a point has finite numbers
                    -inf           | 1: '-inf' is not finite; a point has finite numbers
                    1#2##Infinity  | 4: 'Infinity' is not finite; a point has finite numbers
                    1e999          | 1: '1e999' is too large for a double
                    1 2 3 4 5 6    | 1: there are more numbers than inputs (5)
                    1,,2           | 1: a number is missing before the comma
                    ,1             | 1: a number is missing before the comma
                    1,#,2          | 2: a number is missing before the comma
                    """)
    void whatIsNoPointIsNamedByItsLine(String text, String message) throws IOException {
        Path file = file(text.replace('#', '\n'));
        assertThatThrownBy(() -> PointFile.read(file, 5))
                .isInstanceOf(UserError.class)
                .hasMessage("--at: " + file + ":" + message);
    }

    @ParameterizedTest
    @CsvSource({"x", "1d", "0x1p3", "1.2.3", "--1", "1e", "e5", ".", "١", "1;2", "1'000"})
    void garbageIsAnsweredByHowNumbersAreWritten(String garbage) throws IOException {
        Path file = file("1\n" + garbage);
        assertThatThrownBy(() -> PointFile.read(file, 5))
                .isInstanceOf(UserError.class)
                .hasMessage("--at: " + file + ":2: '" + garbage
                        + "' is not a number; write -1.5 or 2e-3, separated by spaces, commas or lines");
    }

    @Test
    void aFileWithoutEndIsGivenUpEarly() throws IOException {
        Path file = file("1".repeat(100_000));
        assertThatThrownBy(() -> PointFile.read(file, 5))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'" + "1".repeat(40) + "...' is not a number");
    }

    @Test
    void blanksWithoutEndAreGivenUp() throws IOException {
        Path file = file("1\n" + " ".repeat(2_000_000));
        assertThatThrownBy(() -> PointFile.read(file, 5))
                .isInstanceOf(UserError.class)
                .hasMessage("--at: " + file + ":2: there is no number within 1048576 blanks");
    }

    @Test
    @Timeout(5)
    void aPipeThatNobodyMayWriteIntoIsNotWaitedFor() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> PointFile.read(pipe, 5))
                .isInstanceOf(UserError.class)
                .hasMessage("--at: " + pipe + ": cannot be read: this is a pipe or a device, not a file");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        Path missing = folder.resolve("missing.txt");
        assertThatThrownBy(() -> PointFile.read(missing, 5)).hasMessage("--at: " + missing + ": no such file");
        assertThatThrownBy(() -> PointFile.read(folder, 5))
                .isInstanceOf(UserError.class)
                .hasMessage("--at: " + folder + ": cannot be read: this is a directory");
    }
}
