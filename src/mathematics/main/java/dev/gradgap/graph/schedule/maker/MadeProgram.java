package dev.gradgap.graph.schedule.maker;

import dev.gradgap.graph.schedule.program.Program;

/**
 * A program that nobody has checked.
 *
 * @param operations which operation of the graph each element of the program computes, one after another, and of each
 *     reduction the last one; after these, anything
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MadeProgram(Program program, int[] operations) {}
