package dev.gradgap.results.journal;

/**
 * What is known of a measured iteration beside its time.
 *
 * @param waited the share of its time, from 0 to 1, for which the measuring thread was ready to run and had no processor
 * @param compilations how often during it C2 compiled, or gave up, code that is measured
 * @param lastCompilation the last of these, in words; empty if there was none
 */
public record Evidence(double waited, long compilations, String lastCompilation) {

    /** An iteration with more is not used: what ran meanwhile has the caches, too. */
    private static final double MOST_WAITED = 0.7;

    /** Whether the thread had a processor for long enough. */
    public boolean ran() {
        return waited <= MOST_WAITED;
    }

    /** Why the iteration is no measurement of the code in its last state, in words; empty if it is. */
    public String objection() {
        if (!ran()) {
            return "the processor was taken away for " + Math.round(100 * waited) + " % of the time";
        }
        return compilations > 0 ? lastCompilation + " meanwhile" : "";
    }
}
