package dev.gradgap.graph;

import dev.gradgap.function.Numbers;

/** Arithmetic on plain doubles (boxed): what a function computes, without derivatives. For checking, not for timing. */
public final class DoubleArithmetic extends Numbers {}
