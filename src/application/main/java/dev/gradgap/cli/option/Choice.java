package dev.gradgap.cli.option;

import dev.gradgap.catalog.NearestName;
import dev.gradgap.text.UserError;
import java.util.List;

/** One word out of a few. */
public final class Choice {

    private Choice() {}

    /**
     * Checks a word.
     *
     * @param what the flag or parameter, the beginning of the error message
     * @throws UserError if the word is none of the allowed
     */
    public static String check(String what, String word, String... allowed) {
        List<String> words = List.of(allowed);
        if (!words.contains(word)) {
            throw new UserError(
                    what + ": '" + word + "' is none of " + String.join(", ", words) + NearestName.hint(word, words));
        }
        return word;
    }
}
