package dev.gradgap.engine.compiled;

/** Hands out the local variables of a method. */
final class Locals {

    private int next;

    Locals(int parameters) {
        next = parameters;
    }

    int take(int size) {
        int local = next;
        next += size;
        return local;
    }
}
