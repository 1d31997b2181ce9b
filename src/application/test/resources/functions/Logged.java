/** A function that tells on the console what it does. */
public class Logged {
    public static double norm(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        System.out.println("norm of " + x.length + " numbers: " + Math.sqrt(sum));
        return Math.sqrt(sum);
    }
}
