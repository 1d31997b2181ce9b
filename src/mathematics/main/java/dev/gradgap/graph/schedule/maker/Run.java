package dev.gradgap.graph.schedule.maker;

import dev.gradgap.graph.Operation;
import dev.gradgap.graph.schedule.program.Program;

/**
 * A run while its window is being scheduled: what it computes from what, and, filled in later, where its results live.
 */
final class Run {

    final int kind; // as in Program
    final Operation operation; // of scalars, anything
    final int firstOperation; // in the window's list of operations; of a reduction, in its list of reduced nodes
    final int length; // operations; of a reduction, elements
    final Operand first;
    final Operand second; // of a reduction, the node to begin with

    int lastOperation = -1; // of a reduction, the operation of the graph whose result it is
    int wholeReads; // how many operands are the results of this run as a whole
    int lastReader = -1; // the last run with such an operand
    boolean touched; // by the reverse sweep, in the order of the sweep
    int register = -1;
    int flat = -1; // the first flat position
    boolean reusable; // these flat positions are free for others after the last use
    int stored = Program.NOT_STORED; // as the extra of a register
    boolean repeatable; // cheap to compute again from what the reverse sweep has anyway
    boolean repeated;

    Run(int kind, Operation operation, int firstOperation, int length, Operand first, Operand second) {
        this.kind = kind;
        this.operation = operation;
        this.firstOperation = firstOperation;
        this.length = length;
        this.first = first;
        this.second = second;
    }

    boolean isRun() {
        return kind == Program.RUN;
    }

    /** Whether an operand has derivatives. */
    static boolean active(Operand operand) {
        return operand.source() != Operand.CONSTANTS && !operand.equals(Operand.NONE);
    }
}
