package dev.gradgap.verify.program;

import java.util.Arrays;

/** A number that no arithmetic makes, to see which elements of an array an engine has left as they were. */
final class Unset {

    private static final long BITS = 0x7FF8_0DEA_D0DE_AD00L;
    private static final double NUMBER = Double.longBitsToDouble(BITS); // not a number

    private Unset() {}

    /** An array of unset elements. */
    static double[] array(int length) {
        double[] array = new double[length];
        Arrays.fill(array, NUMBER);
        return array;
    }

    static boolean isUnset(double number) {
        return Double.doubleToRawLongBits(number) == BITS;
    }
}
