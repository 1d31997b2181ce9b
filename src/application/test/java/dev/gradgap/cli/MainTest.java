package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    lits                          ~ unknown command 'lits': did you mean 'list'? (--help shows all commands)
                    --vresion                     ~ unknown option '--vresion': did you mean '--version'? (--help shows all commands)
                    list                          ~ missing required parameter: 'workloads|engines|suites' (list --help shows how)
                    list workload                 ~ list: 'workload' is none of workloads, engines, suites: did you mean 'workloads'?
                    list workloads engines        ~ unexpected argument 'engines' (list --help shows how)
                    list engines --fromat=json    ~ unknown option '--fromat': did you mean '--format'? (list --help shows how)
                    list engines --format xml     ~ --format: 'xml' is none of text, json
                    list engines --format JSON    ~ --format: 'JSON' is none of text, json: did you mean 'json'?
                    gradient --workload lecture   ~ missing required option: '--engine=NAME' (gradient --help shows how)
                    gradient --workload           ~ missing required parameter for option '--workload' (NAME) (gradient --help shows how)
                    verify --seed x               ~ invalid value for option '--seed': 'x' is not a whole number (verify --help shows how)
                    verify --seed 1٢              ~ invalid value for option '--seed': '1٢' is not a whole number (verify --help shows how)
                    verify --seed 1e3             ~ invalid value for option '--seed': '1e3' is not a whole number (verify --help shows how)
                    verify --seed 9223372036854775808 ~ invalid value for option '--seed': '9223372036854775808' is beyond 64 bits (verify --help shows how)
                    explain                       ~ missing required parameter: 'WORKLOAD' (explain --help shows how)
                    explain @missing.txt          ~ unknown workload '@missing.txt' (list workloads shows all)
                    """)
    void aWrongCommandLineIsAnsweredInOneLine(String arguments, String message) {
        Outcome.ofLine(arguments).isRefusedWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "help", "-h"})
    void helpNamesEveryCommandAndExitCode(String argument) {
        assertThat(Outcome.of(argument).isFine().out())
                .contains("run", "list", "gradient", "verify", "explain", "report", "jmh")
                .contains("Exit codes: 0 fine, 1 regression, 2 inconclusive, 3 bad usage, 4 wrong gradient, 5 some");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "list", "gradient", "verify", "explain"})
    void everyCommandHasHelpWithExamples(String command) {
        assertThat(Outcome.of(command, "--help").isFine().out())
                .contains("Usage: java -jar benchmarks.jar " + command)
                .contains("Examples:\n  " + command);
        assertThat(Outcome.of("help", command).out())
                .isEqualTo(Outcome.of(command, "--help").out());
    }

    @Test
    void theVersionNamesWhatDecidesAMeasurement() {
        assertThat(Outcome.of("--version").isFine().out())
                .containsPattern("^gradgap .+\\RJMH 1\\.[0-9]+\\RJava [0-9.]+")
                .hasLineCount(3);
    }

    @Test
    void aStackTraceIsPrintedOnlyWhereItIsAskedFor() {
        assertThat(Outcome.of("explain", "nothing").err()).doesNotContain("\tat ");
        assertThat(Outcome.of("explain", "nothing", "--stacktrace").err())
                .contains("error: unknown")
                .contains("\tat ");
    }

    @Test
    void nothingIsColouredUnlessOnATerminal() {
        assertThat(Outcome.of("--help").out() + Outcome.of("explain", "lecture").out())
                .doesNotContain("\u001b");
    }
}
