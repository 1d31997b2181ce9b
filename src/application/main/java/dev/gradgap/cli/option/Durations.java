package dev.gradgap.cli.option;

import dev.gradgap.text.UserError;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as users write them: {@code 90s}, {@code 10m} or {@code 2h}. */
public final class Durations {

    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})(s|m|h)");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3600);

    private Durations() {}

    /** The seconds that the value of {@code --budget} means. */
    public static double seconds(String text) {
        return seconds("--budget", text);
    }

    /**
     * The seconds that the value of an option means.
     *
     * @throws UserError if it means none
     */
    public static double seconds(String option, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new UserError(option + ": '" + text + "' is not a duration such as 90s, 10m or 2h");
        }
        return (double) Integer.parseInt(matcher.group(1)) * SECONDS.get(matcher.group(2));
    }
}
