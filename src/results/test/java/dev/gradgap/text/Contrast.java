package dev.gradgap.text;

/**
 * The contrast of two colours, from 1 to 21: at least 4.5 for text, 3 for drawings (Web Content Accessibility Guidelines 2.1,
 * relative luminance and contrast ratio, success criteria 1.4.3 and 1.4.11).
 */
public final class Contrast {

    private Contrast() {}

    /** The contrast of two colours, each as 0xRRGGBB. */
    public static double of(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int component) {
        double share = component / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
