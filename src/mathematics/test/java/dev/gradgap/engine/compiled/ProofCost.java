package dev.gradgap.engine.compiled;

import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.Vectors;
import dev.gradgap.engine.compiled.maker.Contraction;
import dev.gradgap.engine.compiled.maker.Planner;
import dev.gradgap.engine.compiled.plan.ReversePlan;
import dev.gradgap.engine.compiled.proof.AdjointCheck;
import dev.gradgap.engine.compiled.proof.PlanCheck;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Tracer;
import dev.gradgap.graph.schedule.proof.ScheduleProof;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.family.BuiltInWorkloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * How much of preparing is the proof of the plan: the steps of {@code prepare} one by one, with a clock around the proofs.
 *
 * <p>By hand, after {@code mvn test-compile}: {@code java --add-modules jdk.incubator.vector -cp ...
 * dev.gradgap.engine.compiled.ProofCost ROUNDS INPUTS [WORKLOAD ENGINE]}, engines by turns in each round, all
 * workloads twice, of which the first time warms up; the median over the last half of the rounds. One round, one workload
 * and one engine: what a JVM does first, before anything is compiled.
 */
public final class ProofCost {

    private static final long PATIENCE = 4_000_000_000L; // nanoseconds for a workload

    private record Prepared(String engine, ToLongFunction<DifferentiableFunction> proof) {}

    private static final List<Prepared> PREPARED = List.of(
            new Prepared("graph-reverse", function -> ScheduleProof.nanoseconds(Tracer.trace(function))),
            new Prepared("compiled-reverse", ProofCost::reverse),
            new Prepared("compiled-forward", ProofCost::forward));

    private ProofCost() {}

    /** Measures. */
    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        int inputs = Integer.parseInt(arguments[1]);
        for (int warmUps = rounds > 1 ? 1 : 0; warmUps >= 0; warmUps--) {
            for (WorkloadFamily family : new BuiltInWorkloads().families()) {
                boolean wanted = arguments.length < 3 || family.name().equals(arguments[2]);
                if (wanted && inputs >= family.minInputs() && inputs <= family.maxInputs()) {
                    List<Prepared> engines = PREPARED.stream()
                            .filter(engine ->
                                    arguments.length < 4 || engine.engine().equals(arguments[3]))
                            .toList();
                    DifferentiableFunction function = family.create(inputs, 1).function();
                    List<List<double[]>> times = measured(function, engines, rounds);
                    if (warmUps == 0) {
                        report(family.name(), function, engines, times);
                    }
                }
            }
        }
    }

    private static List<List<double[]>> measured(DifferentiableFunction function, List<Prepared> engines, int rounds) {
        List<List<double[]>> times = new ArrayList<>();
        engines.forEach(engine -> times.add(new ArrayList<>()));
        long end = System.nanoTime() + PATIENCE;
        for (int round = 0; round < rounds && (round < 3 || System.nanoTime() < end); round++) {
            for (int e = 0; e < engines.size(); e++) {
                try {
                    long begin = System.nanoTime();
                    long proof = engines.get(e).proof().applyAsLong(function);
                    times.get(e).add(new double[] {proof, System.nanoTime() - begin});
                } catch (RefusedException nothingWasProved) {
                    times.get(e).clear();
                }
            }
        }
        return times;
    }

    private static void report(
            String name, DifferentiableFunction function, List<Prepared> engines, List<List<double[]>> times) {
        for (int e = 0; e < engines.size(); e++) {
            List<double[]> all = times.get(e);
            List<double[]> later = all.subList(all.size() / 2, all.size());
            double proof = median(later, 0);
            double prepare = median(later, 1);
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %7d  %-16s  proof %9.3f ms of %9.3f ms  %5.1f %%  (%d rounds)%n",
                    name,
                    function.inputs(),
                    engines.get(e).engine(),
                    proof / 1e6,
                    prepare / 1e6,
                    100 * proof / prepare,
                    all.size());
        }
    }

    private static double median(List<double[]> times, int which) {
        double[] sorted =
                times.stream().mapToDouble(time -> time[which]).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private static long reverse(DifferentiableFunction function) {
        Graph graph = Tracer.trace(function);
        int width = Vectors.width();
        Planner.Proposal proposal = Planner.proposal(Contraction.of(graph), Traced.LONGEST_STRAIGHT, width > 1, width);
        long first = System.nanoTime();
        PlanCheck.verify(proposal.items(), proposal.plan());
        long second = System.nanoTime();
        ReversePlan reverse = new ReversePlan(proposal.plan());
        long third = System.nanoTime();
        AdjointCheck.verify(graph, proposal.plan(), reverse);
        long fourth = System.nanoTime();
        use(new CompiledReverseDifferentiator(proposal.plan(), reverse, () -> null).passes());
        return second - first + fourth - third;
    }

    private static long forward(DifferentiableFunction function) {
        Graph graph = Tracer.trace(function);
        Planner.Proposal proposal =
                Planner.proposal(Contraction.of(graph), Traced.LONGEST_STRAIGHT, false, Vectors.width());
        long begin = System.nanoTime();
        PlanCheck.verify(proposal.items(), proposal.plan());
        long proof = System.nanoTime() - begin;
        use(new CompiledForwardDifferentiator(proposal.plan(), 1, function).passes());
        return proof;
    }

    private static void use(int passes) {
        if (passes < 0) {
            throw new AssertionError(passes);
        }
    }
}
