/**
 * Values and derivatives to 50 decimal digits: an oracle that shares no arithmetic and no formula with any engine. Slow, for
 * samples.
 */
package dev.gradgap.verify.decimal;
