package dev.gradgap.graph.schedule;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.WrongPlanException;
import dev.gradgap.graph.schedule.maker.MadeProgram;
import dev.gradgap.graph.schedule.maker.ProgramMaker;
import dev.gradgap.graph.schedule.program.Program;
import dev.gradgap.graph.schedule.proof.ProgramCheck;

/**
 * The order in which the operations of a graph are evaluated, and where their results live: a graph made ready for {@link
 * Sweeps}. Immutable.
 *
 * <p>Time is n log n at worst in the number of operations and linear in practice; while a schedule is made, 13 bytes an
 * operation are needed besides the graph and the schedule, which takes from next to nothing, for regular graphs, to 9
 * bytes an operation.
 */
public final class Schedule {

    private final Program program;

    private Schedule(Program program) {
        this.program = program;
    }

    /**
     * The schedule of a graph, proved by {@link ProgramCheck} to compute what the graph says.
     *
     * @param reassociate whether reductions may combine their operands in another order than the graph does, which is
     *     faster and changes the rounding errors; if not, all values are those of the graph, bit for bit
     * @throws WrongPlanException if {@link ProgramMaker} is wrong, and the proof fails
     */
    public static Schedule of(Graph graph, boolean reassociate) {
        MadeProgram made = ProgramMaker.make(graph, reassociate);
        ProgramCheck.check(graph, made.program(), made.operations());
        return new Schedule(made.program());
    }

    Program program() {
        return program;
    }

    /** The number of inputs n. */
    public int inputs() {
        return program.inputs();
    }

    /** The number of outputs m. */
    public int outputs() {
        return program.outputs().length;
    }

    /** The bytes of the arrays that hold the schedule. */
    public long bytes() {
        return program.bytes();
    }
}
