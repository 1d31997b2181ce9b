import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A mixture of two normal distributions; parameters are two means, two log deviations and a weight. Boxed numbers throughout. */
public class MaximumLikelihood {
    static final double[] DATA = {0.9, 1.1, 1.3, 2.9, 3.2, 3.1, 0.7, 2.8};

    static Double density(Double x, Double mean, Double deviation) {
        Double z = (x - mean) / deviation;
        return Math.exp(-0.5 * z * z) / (deviation * Math.sqrt(2 * Math.PI));
    }

    public double minusLogLikelihood(double mean1, double mean2, double log1, double log2, double logit) {
        Map<String, Double> parameters = new HashMap<>();
        parameters.put("mean1", mean1);
        parameters.put("mean2", 2 * mean2);
        parameters.put("weight", 1 / (1 + Math.exp(-logit)));
        List<Double> terms = new ArrayList<>();
        for (double x : DATA) {
            double w = parameters.get("weight");
            Double d = w * density(x, parameters.get("mean1"), Math.exp(log1))
                    + (1 - w) * density(x, parameters.get("mean2"), Math.exp(log2));
            terms.add(-Math.log(d));
        }
        Collections.sort(terms);
        double sum = 0;
        for (Double term : terms) sum += term;
        return sum;
    }
}
