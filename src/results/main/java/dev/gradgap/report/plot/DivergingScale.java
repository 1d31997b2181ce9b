package dev.gradgap.report.plot;

import dev.gradgap.engine.Mode;
import java.awt.Color;
import org.jfree.chart.renderer.PaintScale;

/** Colours for the logarithm of forward over reverse time: white at 0, towards the colour of the faster mode beyond. */
final class DivergingScale implements PaintScale {

    /** Below it white letters are read better than black ones (W3C, Web Content Accessibility Guidelines 2.1: luminance). */
    private static final double DARK = 0.18;

    /** What the colour of a field begins with, so that the nearest to 1 shows its mode too. */
    private static final double LEAST = 0.12;

    private final double extent;

    /**
     * A scale.
     *
     * @param extent the greatest distance from 0, not negative
     */
    DivergingScale(double extent) {
        this.extent = extent;
    }

    @Override
    public double getLowerBound() {
        return -extent;
    }

    @Override
    public double getUpperBound() {
        return extent;
    }

    @Override
    public Color getPaint(double value) {
        if (value == 0) {
            return Color.WHITE;
        }
        Color full = Palette.colour(value > 0 ? Mode.REVERSE : Mode.FORWARD);
        double share = Math.min(1, LEAST + (1 - LEAST) * Math.abs(value) / extent);
        return new Color(mixed(full.getRed(), share), mixed(full.getGreen(), share), mixed(full.getBlue(), share));
    }

    private static int mixed(int component, double share) {
        return (int) Math.round(255 + share * (component - 255));
    }

    /** The colour, black or white, that letters on a value's colour are read best in. */
    Color ink(double value) {
        Color paper = getPaint(value);
        double luminance =
                0.2126 * linear(paper.getRed()) + 0.7152 * linear(paper.getGreen()) + 0.0722 * linear(paper.getBlue());
        return luminance < DARK ? Color.WHITE : Color.BLACK;
    }

    private static double linear(int component) {
        double share = component / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
