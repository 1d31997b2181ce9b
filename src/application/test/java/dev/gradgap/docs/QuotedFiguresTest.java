package dev.gradgap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What pages quote from committed runs is what these runs have. With {@code -Dgradgap.figures=write} the pages are brought up to date
 * instead, after a run was made anew.
 */
class QuotedFiguresTest {

    private static final boolean WRITE = "write".equals(System.getProperty("gradgap.figures"));
    private static final Pattern MEASURED = Pattern.compile(
            "(?<![\\w.,^-])\\d[\\d.,]*(?: million| billion)? ?(?:ns|µs|ms|s|seconds|min|minutes|h|hours|days|years|times|primals|%|KB|MB)(?!\\w)");

    static Stream<Map.Entry<String, List<QuotedFigures.Quotation>>> pages() throws IOException {
        return QuotedFigures.read().entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void areThoseOfTheRun(Map.Entry<String, List<QuotedFigures.Quotation>> page) throws IOException {
        Path file = Path.of(page.getKey());
        String text = Files.readString(file);
        for (QuotedFigures.Quotation quotation : page.getValue()) {
            Matcher place = quotation.pattern().matcher(text);
            assertThat(place.find()).as("%s has: %s", file, quotation.piece()).isTrue();
            for (int i = quotation.figures().size(); i > 0; i--) { // from behind: places stay where they are
                String figure = quotation.figures().get(i - 1).text();
                if (WRITE) {
                    text = text.substring(0, place.start(i)) + figure + text.substring(place.end(i));
                } else {
                    assertThat(oneLine(place.group(i)))
                            .as(
                                    "%s: %s, that is %s",
                                    file, quotation.piece(), quotation.figures().get(i - 1))
                            .isEqualTo(oneLine(figure));
                }
            }
        }
        if (WRITE) {
            Files.writeString(file, text);
        }
    }

    /** A figure whose origin nobody noted cannot be brought up to date. */
    @ParameterizedTest
    @CsvSource({
        "README.md, '^', '## Two commands'",
        "docs/engine-compiled.md, '## What it costs', '## Where it is weak'",
        "docs/engine-graph.md, '## What it costs', '## Where it is weak'",
        "docs/engine-overloading.md, '## What it costs', '## Where it is weak'",
        "results/reference/README.md, '^', '\\z'",
    })
    void everyOneIsQuotedFromSomewhere(String page, String from, String to) throws IOException {
        String text = Files.readString(Path.of(page));
        StringBuilder rest = new StringBuilder(text);
        for (QuotedFigures.Quotation quotation : QuotedFigures.read().getOrDefault(page, List.of())) {
            for (MatchResult place : quotation.pattern().matcher(text).results().toList()) {
                for (int i = place.start(); i < place.end(); i++) {
                    rest.setCharAt(i, ' ');
                }
            }
        }
        Matcher begin = Pattern.compile(from, Pattern.MULTILINE).matcher(rest);
        Matcher end = Pattern.compile(to, Pattern.MULTILINE).matcher(rest);
        assertThat(begin.find()).isTrue();
        assertThat(end.find(begin.end())).isTrue();

        assertThat(MEASURED.matcher(rest.substring(begin.start(), end.start()))
                        .results()
                        .map(MatchResult::group))
                .as("figures of %s that figures.txt does not know", page)
                .isEmpty();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
