package dev.gradgap.verify.program;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.reverse.OverloadingReverse;
import dev.gradgap.verify.program.CampaignResult.TriedProgram;
import dev.gradgap.verify.program.Outcome.Result;
import dev.gradgap.workload.program.Program;
import dev.gradgap.workload.program.maker.RandomPrograms;
import dev.gradgap.workload.program.shrink.ProgramShrinker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Tries engines on random programs. Program k of a campaign with seed s is that with seed s + k, so that a program on
 * which an engine fails is the only one of the campaign with one program and its seed.
 *
 * <p>The tape of overloading is tried always, asked for or not: it runs the function's own code, so that it shows whether
 * the graph, on which the error analysis and most engines rely, was recorded rightly. Of every {@value #SAMPLE} programs
 * one is computed to 50 digits as well, if it has at most {@value #SAMPLED_OPERATIONS} operations.
 *
 * <p>The same seed, number and engines give the same result, whatever the threads and their speed.
 */
public final class ProgramCampaign {

    private static final int SAMPLE = 256;
    private static final int SAMPLED_OPERATIONS = 500;
    private static final int CHUNK = 8; // programs of a task
    private static final int SHRINKING_TRIES = 2000;

    private final List<Engine> engines = new ArrayList<>();
    private final long seed;
    private final int threads;

    /**
     * A campaign.
     *
     * @param engines with different names
     * @param threads how many programs are tried at a time
     */
    public ProgramCampaign(List<Engine> engines, long seed, int threads) {
        Engine tape = new OverloadingReverse();
        if (engines.stream().noneMatch(engine -> engine.name().equals(tape.name()))) {
            this.engines.add(tape);
        }
        this.engines.addAll(engines);
        this.seed = seed;
        this.threads = threads;
    }

    /**
     * Tries the engines on programs, one after another.
     *
     * @param programs how many
     * @param stop asked before every few programs; once it says so, only those begun are finished
     * @param progress is given the result so far after every few programs
     */
    public CampaignResult run(long programs, BooleanSupplier stop, Consumer<CampaignResult> progress) {
        CampaignResult result = new CampaignResult();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Deque<Future<List<TriedProgram>>> begun = new ArrayDeque<>();
            long next = 0;
            while (true) {
                while (next < programs && begun.size() <= 2 * threads && !stop.getAsBoolean()) {
                    long from = next;
                    long to = Math.min(programs, from + CHUNK);
                    begun.add(pool.submit(() -> tryAll(from, to)));
                    next = to;
                }
                if (begun.isEmpty()) {
                    return result;
                }
                begun.remove().get().forEach(result::add);
                progress.accept(result);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("trying the engines broke down", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return result;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<TriedProgram> tryAll(long from, long to) {
        List<TriedProgram> tried = new ArrayList<>();
        for (long k = from; k < to; k++) {
            tried.add(tryAll(seed + k, k % SAMPLE == 0));
        }
        return tried;
    }

    private TriedProgram tryAll(long programSeed, boolean sampled) {
        ProgramTrial trial = trial(RandomPrograms.of(programSeed), programSeed);
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Engine engine : engines) {
            outcomes.put(engine.name(), trial.of(engine));
        }
        Optional<Outcome> analysis =
                sampled && trial.operations() <= SAMPLED_OPERATIONS ? Optional.of(analysed(trial)) : Optional.empty();
        return new TriedProgram(programSeed, trial.operations(), outcomes, analysis);
    }

    private static Outcome analysed(ProgramTrial trial) {
        Optional<ProgramFault> fault = trial.analysisFault();
        return new Outcome(fault.isPresent() ? Result.WRONG : Result.RIGHT, fault, "", 0, 0);
    }

    private static ProgramTrial trial(Program program, long seed) {
        return new ProgramTrial(program, program.point(), seed);
    }

    /**
     * A program as small as can be found on which an engine has a fault of the same kind.
     *
     * @param programSeed the seed of a program on which it has
     */
    public static Program shrunk(Engine engine, String kind, long programSeed) {
        return ProgramShrinker.shrink(
                RandomPrograms.of(programSeed),
                candidate -> fault(engine, candidate, programSeed)
                        .filter(fault -> fault.kind().equals(kind))
                        .isPresent(),
                SHRINKING_TRIES);
    }

    /** What is wrong with an engine on a program, at the points and weights of a seed. */
    public static Optional<ProgramFault> fault(Engine engine, Program program, long programSeed) {
        return trial(program, programSeed).of(engine).fault();
    }
}
