/** What transformed code calls: every copy of a program has classes of its own of these, and in them the numbers it runs on. */
package dev.gradgap.plain.running;
