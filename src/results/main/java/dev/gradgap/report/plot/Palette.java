package dev.gradgap.report.plot;

import dev.gradgap.engine.Mode;
import dev.gradgap.report.chart.Chart.Kind;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Colours, markers and strokes of curves. The colours are those of Okabe and Ito, Color Universal Design, 2008, which
 * colour-blind readers can tell apart; since there are eight of them and five markers, forty curves differ.
 */
final class Palette {

    static final Color GREY = new Color(0x707070);
    static final Color GRID = new Color(0xDDDDDD);
    static final Color BAND = new Color(0xFFF0C0);

    private static final Color[] COLOURS = {
        new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7),
        new Color(0xE69F00), new Color(0x56B4E9), new Color(0x000000), new Color(0x7F6A00),
    };
    private static final float[] DASHES = {9, 6};
    private static final float[] DOTS = {2, 5};

    private Palette() {}

    /** The colour of the n-th data curve, from 0. */
    static Color colour(int n) {
        return COLOURS[n % COLOURS.length];
    }

    /** The colour of what speaks for a mode, wherever the two stand against each other. */
    static Color colour(Mode mode) {
        return colour(mode == Mode.REVERSE ? 0 : 1);
    }

    /** The marker of the n-th data curve, from 0, around the origin. */
    static Shape marker(int n) {
        return switch (n % 5) {
            case 0 -> new Ellipse2D.Double(-5.5, -5.5, 11, 11);
            case 1 -> new Rectangle2D.Double(-5, -5, 10, 10);
            case 2 -> polygon(0, -7, 6.5, 5, -6.5, 5);
            case 3 -> polygon(0, -7, 7, 0, 0, 7, -7, 0);
            default -> polygon(0, 7, 6.5, -5, -6.5, -5);
        };
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int k = 2; k < xy.length; k += 2) {
            path.lineTo(xy[k], xy[k + 1]);
        }
        path.closePath();
        return path;
    }

    /** How the line of a curve is drawn. */
    static BasicStroke stroke(Kind kind) {
        int cap = BasicStroke.CAP_BUTT;
        int join = BasicStroke.JOIN_ROUND;
        return switch (kind) {
            case DATA, SCATTER -> new BasicStroke(2, cap, join);
            case REFERENCE -> new BasicStroke(1.5f, cap, join);
            case FIT -> new BasicStroke(1.5f, cap, join, 1, DASHES, 0);
            case GUIDE -> new BasicStroke(1.5f, cap, join, 1, DOTS, 0);
        };
    }
}
