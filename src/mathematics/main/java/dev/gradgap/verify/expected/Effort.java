package dev.gradgap.verify.expected;

/**
 * How much is recorded of a function: the larger it is, the less, so that it takes some seconds at most, unless a handful of
 * evaluations take longer. Decided by the number of operations and not by a clock, so that it is always the same.
 *
 * @param twoPoints whether it is looked at near its sample point, too
 * @param vectors how many random vectors its Jacobian is multiplied with on either side
 * @param singles how many elements are asked for one by one, at most
 * @param noises how often everything is calculated again with other rounding errors
 */
public record Effort(boolean twoPoints, int vectors, int singles, int noises) {

    private static final long OPERATIONS = 1L << 26;
    private static final int MOST_SINGLES = 64;
    private static final long FEW_EVALUATIONS = 24;
    private static final long MANY_EVALUATIONS = 64;
    private static final int VECTORS = 2;
    private static final int NOISES = 3;

    /** Whether finite differences are asked, too, which take several evaluations for each derivative. */
    public boolean differences() {
        return twoPoints;
    }

    /**
     * The effort for a function.
     *
     * @param size operations, inputs and outputs
     */
    public static Effort of(long size) {
        long evaluations = OPERATIONS / size;
        boolean twoPoints = evaluations >= FEW_EVALUATIONS;
        boolean many = evaluations >= MANY_EVALUATIONS;
        int vectors = many ? VECTORS : 1;
        int noises = many ? NOISES : twoPoints ? NOISES - 1 : 1;
        long atEach = evaluations / (twoPoints ? 2 : 1) / (1 + noises);
        long singles = atEach - 3L * vectors; // a row by the tape takes as long as two columns
        return new Effort(twoPoints, vectors, (int) Math.max(0, Math.min(MOST_SINGLES, singles)), noises);
    }
}
