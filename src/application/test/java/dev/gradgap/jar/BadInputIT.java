package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user gets wrong is answered in one line, with exit code 3, before anything is measured. */
class BadInputIT {

    @TempDir
    private Path folder;

    private BenchmarksJar jar;

    @BeforeEach
    void prepareFolder() throws IOException {
        jar = new BenchmarksJar(folder);
        Files.writeString(
                folder.resolve("wrong.toml"),
                "title = \"x\"\nforks = 0\n[[cells]]\nworkloads = [\"*\"]\nengines = [\"*\"]\ninputs = \"4\"\n");
        Files.createDirectories(folder.resolve("full"));
        Files.writeString(folder.resolve("full/thesis.txt"), "mine");
        Files.writeString(folder.resolve("file"), "mine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    run --suite quik                        | did you mean 'quick'
                    run --suite nowhere/none.toml           | no suite file at
                    run --suite wrong.toml                  | wrong.toml:2: forks must be a whole number
                    run --workload rosenbrok                | did you mean 'rosenbrock'
                    run --engine graph-revers               | did you mean 'graph-reverse'
                    run --inputs 0                          | --inputs
                    run --inputs -4                         | --inputs
                    run --inputs many                       | --inputs
                    run --inputs 3000000000                 | --inputs
                    run --forks 0                           | --forks
                    run --forks two                         | --forks
                    run --shard 3/2                         | --shard
                    run --out full                          | not empty
                    run --out file                          | is a file
                    run --out file/below                    | file/below
                    run --resume full                       | journal
                    run --resume nowhere                    | nowhere
                    run --resume full --suite quick         | leave out the other options
                    run --plugin missing.jar                | missing.jar
                    run --plugin file                       | file
                    run --unknown                           | --unknown
                    report nowhere                          | nowhere
                    report full                             | cells.csv
                    nonsense                                | nonsense
                    """)
    void eachMistakeIsOneLineAndExitCode3(String arguments, String message) {
        BenchmarksJar.Outcome outcome = jar.run(arguments.split(" ")).withoutStackTrace();

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(3);
        assertThat(outcome.err()).hasLineCount(1).contains(message);
        assertThat(outcome.out()).isEmpty();
        assertThat(folder.resolve("full")).isDirectoryNotContaining(file -> !file.endsWith("thesis.txt"));
    }
}
