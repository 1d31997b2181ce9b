package dev.gradgap.verify.recording;

import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.forward.OverloadingForward;
import dev.gradgap.engine.reference.PlainPrimal;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.verify.expected.Effort;
import dev.gradgap.verify.expected.NearbyPoint;
import dev.gradgap.verify.expected.OnCopies;
import dev.gradgap.verify.expected.Opinion;
import dev.gradgap.verify.expected.Opinion.Method;
import dev.gradgap.verify.expected.Questions;
import dev.gradgap.verify.expected.Weights;
import dev.gradgap.verify.recording.Expectations.PointOpinions;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Records {@link Expectations}: at each point columns J v by dual numbers, rows w'J by the tape, and products w'J v by both,
 * which must agree. How far rounding may take a number is found by calculating again with other rounding errors ({@link
 * Noise}), and what is right at a kink by {@link Kinks}.
 */
final class Recording {

    private static final int FEWEST_SINGLES = 2; // where there is no tape, which knows many
    private static final double STEEPER = 16; // times, at another point that is like the sample point

    private final Workload workload;
    private final DifferentiableFunction function;
    private final int n;
    private final int m;
    private final Seed seed;
    private final Weights any; // a direction

    /**
     * A recording that is about to begin.
     *
     * @param seed decides which derivatives are looked at
     */
    Recording(Workload workload, long seed) {
        this.workload = workload;
        function = workload.function();
        n = workload.inputs();
        m = workload.outputs();
        this.seed = new Seed(seed);
        any = Weights.signs(n, this.seed.nextLong());
    }

    /** Records. */
    Expectations record() {
        double[] x = workload.point();
        Kinks kinks = new Kinks(function, x, any);
        Effort effort = Effort.of(kinks.operations() + n + m);
        List<PointOpinions> points = new ArrayList<>();
        points.add(new PointOpinions(PointOpinions.SAMPLE_POINT, 0, opinions(x, kinks, effort, effort.differences())));
        long pointSeed = seed.nextLong();
        if (effort.twoPoints()) {
            secondPoint(pointSeed, kinks).ifPresent(candidate -> {
                double[] second = NearbyPoint.of(x, pointSeed, candidate, 1);
                Kinks others = new Kinks(function, second, any);
                points.add(new PointOpinions(candidate, pointSeed, opinions(second, others, effort, false)));
            });
        }
        String disagreement = restlessness()
                .or(() -> points.stream()
                        .flatMap(point -> disagreement(point.opinions()).stream())
                        .findFirst())
                .orElse("");
        return new Expectations(disagreement, points);
    }

    /** What is no function, for instance since it counts its calls or draws random numbers; no engine is to blame. */
    private Optional<String> restlessness() {
        ForwardDifferentiator duals = OverloadingForward.scalar().prepare(function);
        double[] once = new double[m];
        double[] again = new double[m];
        duals.primal(workload.point(), once);
        duals.primal(workload.point(), again);
        return IntStream.range(0, m)
                .filter(j -> Double.compare(once[j], again[j]) != 0)
                .mapToObj(j -> "asked twice at the same point, the function gives " + once[j] + " and " + again[j]
                        + (m == 1 ? "" : " for output " + j))
                .findFirst();
    }

    private List<Opinion> opinions(double[] x, Kinks kinks, Effort effort, boolean withDifferences) {
        long[] noises = IntStream.range(0, effort.noises())
                .mapToLong(k -> seed.nextLong())
                .toArray();
        Optional<RecordedTape> tape = RecordedTape.of(function, x, kinks, noises);
        int singles = tape.isPresent() ? effort.singles() : Math.max(FEWEST_SINGLES, effort.singles());
        Questions questions = Questions.of(n, m, effort.vectors(), singles, seed.nextLong());
        DualNumbers duals = new DualNumbers(function, x, kinks, noises);
        Opinion byDuals = new OpinionByColumns(Method.DUAL_NUMBERS, n, questions, duals::along).form(duals::values);
        List<Opinion> opinions = new ArrayList<>(List.of(byDuals));
        tape.ifPresent(recorded -> opinions.add(byTape(recorded, questions, kinks, byDuals)));
        boolean slopesToo = withDifferences && !kinks.found();
        if (slopesToo || function.plain().isPresent()) {
            Differences slopes = new Differences(OnCopies.of(PlainPrimal.of(function)), x, m);
            opinions.add(
                    slopesToo
                            ? new OpinionByColumns(Method.DIFFERENCES, n, questions.fewer(), slopes::along)
                                    .form(slopes::values)
                            : new Opinion(Method.DIFFERENCES, slopes.values(), List.of(), List.of(), List.of()));
        }
        return opinions;
    }

    /** At kinks the tape knows one side alone; what else is right, dual numbers know of the inputs that were asked about. */
    private Opinion byTape(RecordedTape tape, Questions questions, Kinks kinks, Opinion byDuals) {
        return kinks.found()
                ? new OpinionByRows(Method.TAPE, m, questions.ofSinglesOnly(), tape::back)
                        .form(tape.values())
                        .withSidesOf(byDuals)
                : new OpinionByRows(Method.TAPE, m, questions, tape::back).form(tape.values());
    }

    /**
     * Which of the points nearby has finite values and derivatives, and finite values beyond it in the same direction; if
     * possible, one at which the function is no steeper by orders of magnitude, for a function may vary on a scale that is far
     * smaller than its point.
     */
    private OptionalInt secondPoint(long pointSeed, Kinks kinks) {
        OptionalInt finite = OptionalInt.empty();
        for (int candidate = 0; candidate < NearbyPoint.CANDIDATES; candidate++) {
            double[] point = NearbyPoint.of(workload.point(), pointSeed, candidate, 1);
            if (isFinite(NearbyPoint.of(workload.point(), pointSeed, candidate, 2)) && isFinite(point)) {
                if (kinks.magnitude() == 0
                        || new Kinks(function, point, any).magnitude() <= STEEPER * kinks.magnitude()) {
                    return OptionalInt.of(candidate);
                }
                finite = finite.isPresent() ? finite : OptionalInt.of(candidate);
            }
        }
        return finite;
    }

    private boolean isFinite(double[] point) {
        ForwardDifferentiator duals = OverloadingForward.scalar().prepare(function);
        double[] y = new double[m];
        double[] tangents = new double[m];
        duals.pushforward(point, any.toArray(), y, tangents);
        return IntStream.range(0, m).allMatch(j -> Double.isFinite(y[j]) && Double.isFinite(tangents[j]));
    }

    /** Each method is compared with the first. */
    private static Optional<String> disagreement(List<Opinion> opinions) {
        return opinions.stream()
                .skip(1)
                .flatMap(other -> CrossCheck.disagreement(opinions.get(0), other).stream())
                .findFirst();
    }
}
