package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decimal commas, other digits and a dotless i change nothing. */
@Tag("thorough")
@ResourceLock(Resources.LOCALE)
class LocaleTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "list workloads",
                "list engines --format json",
                "LIST",
                "list engines --format JSON",
                "list engines --FORMAT json",
                "gradient --workload rosenbrock --inputs 3 --engine graph-reverse",
                "gradient --workload rosenbrock --inputs 3 --engine graph-reverse --format csv",
                "gradient --workload rosenbrock --inputs 3 --engine graph-reverse --format json",
                "gradient --workload ROSENBROCK-I --engine graph-reverse",
                "gradient --workload rosenbrock --engine graph-reverse --seed 1,5",
                "gradient",
                "verify --workload lecture --engine graph-*",
                "explain helmholtz --inputs 2",
                "explain helmholtz --inputs 200",
                "explain rosenbrock --inputs 3 --format svg"
            })
    void outputDoesNotDependOnTheLocale(String command) {
        Locale.setDefault(Locale.ROOT);
        Outcome expected = Outcome.ofLine(command);
        for (String tag : new String[] {"de-DE", "ar-EG-u-nu-arab", "tr-TR", "th-TH-u-nu-thai"}) {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(Outcome.ofLine(command)).as(tag).isEqualTo(expected);
        }
    }
}
