import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The t-statistic of a trimmed sample plus its skewness, in streams. */
public class Statistics {
    public static double score(double[] sample) {
        double[] trimmed =
                Arrays.stream(sample).sorted().skip(1).limit(sample.length - 2).toArray();
        DoubleSummaryStatistics all = DoubleStream.of(sample).summaryStatistics();
        double mean = Arrays.stream(trimmed).average().orElseThrow();
        double variance = Arrays.stream(trimmed).map(v -> Math.pow(v - mean, 2)).sum() / (trimmed.length - 1);
        List<Double> boxed = Arrays.stream(sample).boxed().collect(Collectors.toList());
        double third = boxed.stream().mapToDouble(v -> Math.pow(v - mean, 3)).sum() / boxed.size();
        double spread = all.getMax() - all.getMin();
        return mean / Math.sqrt(variance / trimmed.length)
                + third / Math.pow(variance, 1.5)
                + spread
                + boxed.stream().filter(v -> v > mean).count();
    }

    static double[] point(int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Math.sin(i + 1) + 2;
        }
        return x;
    }
}
