package dev.gradgap.workload.program.maker;

import dev.gradgap.workload.program.Statement;
import java.util.ArrayList;
import java.util.List;

/** Composes the forms that numerical programs are made of, each with lengths and details drawn at random. */
final class Patterns {

    private final List<Statement> made = new ArrayList<>();
    private final Expressions expressions;
    private final Stencils stencils;
    private final Reductions reductions;
    private final Matrices matrices;
    private final Bodies bodies;
    private final Corners corners;

    Patterns(Draft draft, Expressions expressions, Nests nests) {
        this.expressions = expressions;
        stencils = new Stencils(draft, expressions, nests, made);
        reductions = new Reductions(draft, expressions, nests, made);
        matrices = new Matrices(draft, expressions, nests, made);
        bodies = new Bodies(draft, expressions, nests, made);
        corners = new Corners(draft, expressions, nests, made);
    }

    /** One of the forms, of about so many operations; none if the program has not the stores for it. */
    List<Statement> make(Pattern pattern, int operations) {
        made.clear();
        expressions.hide(0);
        int budget = Math.max(8, operations);
        switch (pattern) {
            case LINE_STENCIL -> stencils.lineStencil(budget);
            case PLANE_STENCIL -> stencils.planeStencil(budget);
            case BUTTERFLY -> stencils.butterfly();
            case SUBSTITUTION -> matrices.substitution(budget);
            case SCAN -> reductions.scan(budget);
            case REDUCE_THEN_RECUR -> reductions.reduceThenRecur(budget);
            case NESTED_ACCUMULATE -> reductions.nestedAccumulate(budget);
            case CONSTANT_RUNS -> reductions.constantRuns(budget);
            case TIES -> reductions.ties(budget);
            case RUNNING_PRODUCT -> reductions.runningProduct(budget);
            case LONG_BODY -> bodies.longBody(budget);
            case MATRIX_VECTOR -> matrices.matrixVector(budget);
            case SORTING -> stencils.sorting(budget);
            case RECURRENCE -> bodies.recurrence(budget);
            case STRAIGHT -> bodies.straight(budget);
            case TIME_STEPS -> bodies.timeSteps(budget);
            case CONVOLUTION -> stencils.convolution(budget);
            case EVERY_OPERATION -> bodies.everyOperation(budget);
            case SCATTERED_ROWS -> matrices.scatteredRows(budget);
            case GATHER -> matrices.gather(budget);
            case RAGGED_ROWS -> matrices.raggedRows(budget);
            case SPREAD_INPUTS -> matrices.spreadInputs(budget);
            case SCATTERED_LOOPS -> matrices.scatteredLoops(budget);
            case PIVOT -> corners.pivot(budget);
            case HALVES -> corners.halves(budget);
            case LEADS -> corners.leads(budget);
            case TREE -> bodies.tree(budget);
        }
        return List.copyOf(made);
    }
}
