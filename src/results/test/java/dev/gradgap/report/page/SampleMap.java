package dev.gradgap.report.page;

import java.util.Locale;

/**
 * Rows of cells.csv and gap.csv of a made-up function of 4, 16 and 64 inputs and 1 and 4 outputs, of which forward mode takes
 * 200 ns for each input and reverse mode 400 ns for each output: with n inputs both take the same time at n / 2 outputs. The
 * interval of a gap reaches from a quarter of it to four times it.
 */
public final class SampleMap {

    private static final int[] INPUTS = {4, 16, 64};
    private static final int[] OUTPUTS = {1, 4};

    private SampleMap() {}

    /** Rows of cells.csv. */
    public static String cells() {
        StringBuilder rows = new StringBuilder();
        for (int m : OUTPUTS) {
            for (int n : INPUTS) {
                rows.append(cell(n, m, "forward", n, 200 * n)).append(cell(n, m, "reverse", m, 400 * m));
            }
        }
        return rows.toString();
    }

    private static String cell(int n, int m, String mode, int passes, int ns) {
        return String.format(
                Locale.ROOT,
                "grid:outputs=%d,%d,%d,%d,graph-%s,graph,%s,%s,ok,measured,%d,%d,%d,%d,2,6,,,,,true,,,,,,graph\n",
                m,
                n,
                m,
                n * m,
                mode,
                mode,
                m == 1 ? "gradient" : "jacobian",
                passes,
                ns,
                ns / 2,
                2 * ns);
    }

    /** Rows of gap.csv. */
    public static String gaps() {
        StringBuilder rows = new StringBuilder();
        for (int m : OUTPUTS) {
            for (int n : INPUTS) {
                double gap = n / (2.0 * m);
                rows.append(String.format(
                        Locale.ROOT,
                        "grid:outputs=%d,%d,%d,graph,graph-forward,graph-reverse,%d,%d,%d,%s,%s,%s,measured,graph\n",
                        m,
                        n,
                        n * m,
                        n,
                        200 * n,
                        400 * m,
                        gap,
                        gap / 4,
                        4 * gap));
            }
        }
        return rows.toString();
    }
}
