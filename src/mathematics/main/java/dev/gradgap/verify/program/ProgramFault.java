package dev.gradgap.verify.program;

import dev.gradgap.verify.rounding.Bounded;

/**
 * What is wrong with an engine on a program: the first difference that was found.
 *
 * @param kind the call and what is wrong with it, such as {@code sweep: derivative} or {@code prepare: exception
 *     NullPointerException}
 * @param detail where, with the numbers or the exception's message, in one line
 */
public record ProgramFault(String kind, String detail) {

    static ProgramFault beyondItsBound(String what, String label, Bounded bounded, int i) {
        return new ProgramFault(
                "50 digits: " + what,
                label + " = " + bounded.value(i) + " is farther from its 50 digits than the bound " + bounded.bound(i));
    }
}
