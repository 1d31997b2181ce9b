/**
 * Functions in plain Java: a method on doubles is carried over to any arithmetic by transforming its bytecode and that of all the
 * user's classes it reaches. {@link dev.gradgap.plain.PlainProgram} is the classes and what becomes of them, {@link
 * dev.gradgap.plain.MethodRewriter} how; what transformed code calls is in {@code plain.running}, and what it calls instead of the
 * JDK's own code on doubles in {@code plain.library}, which is plain Java and transformed as well.
 */
package dev.gradgap.plain;
