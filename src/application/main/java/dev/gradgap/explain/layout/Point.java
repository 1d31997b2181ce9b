package dev.gradgap.explain.layout;

/** A place in a drawing, in pixels from its left and upper edge. */
public record Point(double x, double y) {}
