import java.util.Random;

/** The loss of a small network, weights in one array. */
public class NeuralNet {
    static final int IN = 3, HIDDEN = 4;

    interface Activation {
        double apply(double x);
    }

    static final Activation RELU = x -> x > 0 ? x : 0.01 * x;

    public static double loss(double[] w) {
        Random random = new Random(1);
        double loss = 0;
        for (int sample = 0; sample < 5; sample++) {
            float[] in = new float[IN];
            for (int i = 0; i < IN; i++) in[i] = random.nextFloat();
            double[] hidden = new double[HIDDEN];
            int k = 0;
            for (int h = 0; h < HIDDEN; h++) {
                double sum = 0;
                for (int i = 0; i < IN; i++) sum += w[k++ % w.length] * in[i];
                hidden[h] = RELU.apply(sum);
            }
            double out = 0;
            for (int h = 0; h < HIDDEN; h++) out += w[k++ % w.length] * hidden[h];
            double p = 1 / (1 + Math.exp(-out));
            loss -= sample % 2 == 0 ? Math.log(p) : Math.log(1 - p);
        }
        return loss / 5;
    }
}
