package dev.gradgap.explain.layout;

/** The width and height of something to be drawn, in pixels, at least 0. */
public record Size(double width, double height) {

    /** The size of nothing. */
    public static final Size NONE = new Size(0, 0);
}
