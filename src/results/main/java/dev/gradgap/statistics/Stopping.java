package dev.gradgap.statistics;

/**
 * When forks stop being added, and what that does to intervals. If forks are added until an interval is narrow, it tends to be
 * narrow by luck. So what has only the forks of the first look gets the usual 95 % interval, and what has more, because it was
 * not yet sharp, one of 99 %; then at least 94.5 % of all intervals contain the truth, whatever the precision asked for
 * ({@code StoppingTest} simulates it; with 95 % throughout they would be 90 %).
 *
 * @param firstLook the forks after which an interval is first looked at; {@link #NEVER} if nothing depends on what is seen
 */
public record Stopping(int firstLook) {

    private static final double LATER_TAIL = 0.005;

    /** The number of forks is fixed beforehand. */
    public static final Stopping NEVER = new Stopping(Integer.MAX_VALUE);

    /** The probability that an interval leaves out at either end. */
    double tail(int forks) {
        return forks <= firstLook ? StudentT.UPPER_TAIL : LATER_TAIL;
    }
}
