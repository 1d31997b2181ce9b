/**
 * How far two right engines may differ: a running error analysis of a graph at a point, which bounds what rounding does
 * to its values and derivatives, whatever the order in which an engine adds and multiplies.
 */
package dev.gradgap.verify.rounding;
