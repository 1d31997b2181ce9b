package dev.gradgap.catalog;

import java.util.regex.Pattern;

/** A pattern for names: {@code *} stands for any text, {@code ?} for one character, all else for itself. */
public final class Glob {

    private final Pattern pattern;

    public Glob(String glob) {
        StringBuilder regex = new StringBuilder();
        glob.codePoints().forEach(c -> {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
            }
        });
        pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    static boolean hasWildcard(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Whether a name is of this pattern. */
    public boolean matches(String name) {
        return pattern.matcher(name).matches();
    }
}
