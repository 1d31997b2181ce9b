/** The length of a route on the Earth by Vincenty's iteration; latitudes and longitudes by turns, in radians. */
public class Geodesy {
    static final double A = 6378.137, B = 6356.752314245, F = 1 / 298.257223563;

    static double distance(double lat1, double lon1, double lat2, double lon2) {
        double l = lon2 - lon1;
        double u1 = Math.atan((1 - F) * Math.tan(lat1)), u2 = Math.atan((1 - F) * Math.tan(lat2));
        double su1 = Math.sin(u1), cu1 = Math.cos(u1), su2 = Math.sin(u2), cu2 = Math.cos(u2);
        double lambda = l, previous, sinSigma, cosSigma, sigma, cosSqAlpha, cos2SigmaM;
        int limit = 100;
        do {
            double sl = Math.sin(lambda), cl = Math.cos(lambda);
            sinSigma = Math.sqrt((cu2 * sl) * (cu2 * sl) + (cu1 * su2 - su1 * cu2 * cl) * (cu1 * su2 - su1 * cu2 * cl));
            if (sinSigma == 0) {
                return 0;
            }
            cosSigma = su1 * su2 + cu1 * cu2 * cl;
            sigma = Math.atan2(sinSigma, cosSigma);
            double sinAlpha = cu1 * cu2 * sl / sinSigma;
            cosSqAlpha = 1 - sinAlpha * sinAlpha;
            cos2SigmaM = cosSigma - 2 * su1 * su2 / cosSqAlpha;
            if (Double.isNaN(cos2SigmaM)) {
                cos2SigmaM = 0;
            }
            double c = F / 16 * cosSqAlpha * (4 + F * (4 - 3 * cosSqAlpha));
            previous = lambda;
            lambda = l
                    + (1 - c)
                            * F
                            * sinAlpha
                            * (sigma + c * sinSigma * (cos2SigmaM + c * cosSigma * (-1 + 2 * cos2SigmaM * cos2SigmaM)));
        } while (Math.abs(lambda - previous) > 1e-12 && --limit > 0);
        double uSq = cosSqAlpha * (A * A - B * B) / (B * B);
        double a = 1 + uSq / 16384 * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)));
        return B * a * sigma / 1000;
    }

    public static double route(double... coordinates) {
        double sum = 0;
        for (int i = 0; i + 3 < coordinates.length; i += 2) {
            sum += distance(coordinates[i], coordinates[i + 1], coordinates[i + 2], coordinates[i + 3]);
        }
        return sum;
    }
}
