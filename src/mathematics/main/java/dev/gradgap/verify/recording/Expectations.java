package dev.gradgap.verify.recording;

import dev.gradgap.engine.Engine;
import dev.gradgap.verify.expected.NearbyPoint;
import dev.gradgap.verify.expected.Opinion;
import dev.gradgap.verify.expected.Oracle;
import dev.gradgap.workload.Workload;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the right numbers of a workload are by its generic code, run on dual numbers, on a tape and on doubles: values and
 * samples of its derivatives at the sample point and at one near it. Recorded beforehand, in a process that does not time, they
 * judge an engine in a process that is about to, whose type profile would be spoilt by any numbers but the engine's own.
 *
 * @see Recording
 */
public final class Expectations {

    private final String problem;
    private final List<PointOpinions> points;

    /**
     * What is said about one point.
     *
     * @param candidate which point, as in {@link NearbyPoint}; -1 for the sample point
     * @param seed that led to the point
     */
    public record PointOpinions(int candidate, long seed, List<Opinion> opinions) {

        static final int SAMPLE_POINT = -1;

        public double[] point(Workload workload) {
            return candidate == SAMPLE_POINT ? workload.point() : NearbyPoint.of(workload.point(), seed, candidate, 1);
        }

        String where() {
            return candidate == SAMPLE_POINT ? "" : NearbyPoint.WHERE;
        }
    }

    /**
     * What was recorded.
     *
     * @param problem why nothing can be judged by it, in one line; empty if it can
     */
    Expectations(String problem, List<PointOpinions> points) {
        this.problem = problem;
        this.points = List.copyOf(points);
    }

    /**
     * Records a workload's numbers. Takes some seconds at most unless single evaluations take longer.
     *
     * @param seed decides which derivatives are looked at
     * @throws RuntimeException whatever the function throws
     */
    public static Expectations record(Workload workload, long seed) {
        return new Recording(workload, seed).record();
    }

    /** Expectations that could not be recorded. */
    public static Expectations missing(String reason) {
        return new Expectations(reason, List.of());
    }

    /** Reads what {@link #write} wrote. */
    public static Expectations read(DataInput in) throws IOException {
        return ExpectationsFormat.read(in);
    }

    /** Writes everything, every number to its last bit. */
    public void write(DataOutput out) throws IOException {
        ExpectationsFormat.write(this, out);
    }

    /** Why nothing can be judged by these numbers, in one line; empty if it can. */
    public String problem() {
        return problem;
    }

    /** Whether nothing could be recorded, since the function broke down. */
    public boolean isMissing() {
        return points.isEmpty();
    }

    public List<PointOpinions> points() {
        return points;
    }

    /**
     * The oracles for an engine: at each point what other methods than the engine's own say, approximate ones only if there is
     * no exact one. Whether all agree was found out when they were recorded.
     */
    public List<Oracle> judging(Engine engine, Workload workload) {
        if (!problem.isEmpty()) {
            return List.of();
        }
        List<Oracle> oracles = new ArrayList<>();
        for (PointOpinions point : points) {
            List<Opinion> others = point.opinions().stream()
                    .filter(opinion -> opinion.method().mayJudge(engine))
                    .toList();
            List<Opinion> exact = others.stream()
                    .filter(opinion -> opinion.method().isExact())
                    .toList();
            if (!others.isEmpty()) {
                oracles.add(new OpinionOracle(point.point(workload), point.where(), exact.isEmpty() ? others : exact));
            }
        }
        return oracles;
    }
}
