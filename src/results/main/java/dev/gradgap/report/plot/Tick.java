package dev.gradgap.report.plot;

/**
 * A labelled place on an axis.
 *
 * @param value where it is, positive
 * @param label what is written beside it
 */
record Tick(double value, String label) {}
