package dev.gradgap.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The figures of committed runs that pages quote, from src/application/test/resources/figures.txt. A line is a piece of a page, with {@code {}}
 * for each figure, an arrow, and what the figures are ({@link Figure}), with {@code ;;} between them; {@code {table}} stands for the lines of
 * a table. A line with {@code == PAGE} says which page what follows is on; one with a single {@code !} before it is a piece of the page
 * whose figures come from elsewhere, such as from a paper.
 */
final class QuotedFigures {

    private static final Path FILE = Path.of("src", "application", "test", "resources", "figures.txt");
    private static final Pattern PLACE = Pattern.compile("\\{(table)?}");

    /** With its interval in brackets, which may have a comma inside. */
    private static final String FIGURE = "([^|\\[\\]]{1,40}?(?:\\s\\[[^\\]]*])?)";

    /** A piece of a page with places for figures. */
    record Quotation(String page, String piece, List<Figure> figures) {

        /** The piece wherever it is on the page, however its lines are broken, with a group for each figure. */
        Pattern pattern() {
            StringBuilder regex = new StringBuilder();
            Matcher place = PLACE.matcher(piece);
            int from = 0;
            while (place.find()) {
                regex.append(words(piece.substring(from, place.start())))
                        .append(place.group(1) == null ? FIGURE : "((?:\\|.*\\n)+)");
                from = place.end();
            }
            return Pattern.compile(regex.append(words(piece.substring(from))).toString());
        }

        private static String words(String text) {
            List<String> words =
                    Arrays.stream(text.split(" ", -1)).map(Pattern::quote).toList();
            return String.join("\\s+", words);
        }
    }

    private QuotedFigures() {}

    /** All of the file, by page. */
    static Map<String, List<Quotation>> read() throws IOException {
        Map<String, List<Quotation>> quotations = new LinkedHashMap<>();
        String page = "";
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("== ")) {
                page = line.substring(3);
                quotations.put(page, new ArrayList<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                quotations.get(page).add(quotation(page, line));
            }
        }
        return quotations;
    }

    private static Quotation quotation(String page, String line) {
        if (line.startsWith("! ")) {
            return new Quotation(page, line.substring(2), List.of());
        }
        String[] sides = line.split(" <- ", 2);
        List<Figure> figures =
                Arrays.stream(sides[1].split(" ;; ", -1)).map(Figure::new).toList();
        if (PLACE.matcher(sides[0]).results().count() != figures.size()) {
            throw new IllegalArgumentException("as many figures as places: " + line);
        }
        return new Quotation(page, sides[0], figures);
    }
}
