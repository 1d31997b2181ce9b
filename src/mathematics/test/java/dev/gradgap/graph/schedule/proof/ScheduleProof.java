package dev.gradgap.graph.schedule.proof;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.schedule.maker.MadeProgram;
import dev.gradgap.graph.schedule.maker.ProgramMaker;

/** Schedules a graph and tells what the proof takes of the time. */
public final class ScheduleProof {

    private ScheduleProof() {}

    /** Schedules a graph; nanoseconds that the proof took. */
    public static long nanoseconds(Graph graph) {
        MadeProgram plan = ProgramMaker.make(graph, true);
        long begin = System.nanoTime();
        ProgramCheck.check(graph, plan.program(), plan.operations());
        return System.nanoTime() - begin;
    }
}
