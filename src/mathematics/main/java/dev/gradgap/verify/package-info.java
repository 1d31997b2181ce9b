/**
 * Is the derivative right: every engine is checked before it is timed, by numbers that no code of its own has computed. A
 * {@link dev.gradgap.verify.GradientCheck} asks {@link dev.gradgap.verify.Oracles} and gives a {@link
 * dev.gradgap.verify.Verdict}. Where only a function's generic code says what is right, {@link dev.gradgap.verify.Recording}
 * runs it on several kinds of numbers and writes down {@link dev.gradgap.verify.Expectations}.
 */
package dev.gradgap.verify;
