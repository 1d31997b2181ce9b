package dev.gradgap.function;

import java.util.List;

/**
 * A function as it is at some points: with every choice made as it is made there, its operations depend on nothing. Each choice by
 * numbers that depend on the inputs is a guard: the path is right where all of them hold.
 */
public interface Path extends DifferentiableFunction {

    /** The number of guards. */
    int guards();

    /**
     * What the guards look at.
     *
     * @return a function of the same inputs with two outputs for each guard, or one that is 0 if there is none
     */
    DifferentiableFunction operands();

    /**
     * Whether all guards hold.
     *
     * @param operands the outputs of {@link #operands()} at a point
     */
    boolean isTaken(double[] operands);

    /** Each guard in words, in the order in which they are met: where in the source, and what is chosen. One evaluation. */
    List<String> places();
}
