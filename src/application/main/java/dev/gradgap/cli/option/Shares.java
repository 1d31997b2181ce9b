package dev.gradgap.cli.option;

import dev.gradgap.text.UserError;

/** Shares as users write them: {@code 3%} or {@code 0.03}. */
public final class Shares {

    private Shares() {}

    /**
     * The share that a text means, above 0 and below 1.
     *
     * @param option where the text comes from
     * @throws UserError if it means none
     */
    public static double parse(String option, String text) {
        try {
            double share = text.endsWith("%")
                    ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100
                    : Double.parseDouble(text);
            if (share > 0 && share < 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UserError(option + ": '" + text + "' is not a share between 0 and 1, such as 3% or 0.03");
    }
}
