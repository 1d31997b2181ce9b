package dev.gradgap.statistics;

/**
 * A fitted power law y = coefficient x<sup>exponent</sup>.
 *
 * @param exponent the exponent with its 95 % interval
 * @param coefficient y at x = 1
 * @param rSquared the share of the variance of log y that the fit explains
 * @param points the number of points
 */
public record PowerLaw(Interval exponent, double coefficient, double rSquared, int points) {}
