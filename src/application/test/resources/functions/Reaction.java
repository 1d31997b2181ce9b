/** The right-hand side of Robertson's chemical reactions, three species each, written into the caller's array. */
public class Reaction {
    public static void rates(double[] c, double[] dc) {
        for (int i = 0; i + 2 < c.length; i += 3) {
            double slow = 0.04 * c[i], fast = 1e4 * c[i + 1] * c[i + 2], fastest = 3e7 * c[i + 1] * c[i + 1];
            dc[i] = -slow + fast;
            dc[i + 1] = slow - fast - fastest;
            dc[i + 2] = fastest;
        }
    }
}
