package dev.gradgap.verify.recording;

import dev.gradgap.workload.Workload;
import java.util.Optional;
import java.util.function.Supplier;

/** A workload's {@link Expectations}, recorded when they are first needed, for all engines that are to be judged by them. */
public final class ExpectationsOnDemand implements Supplier<Expectations> {

    private final Workload workload;
    private final long seed;
    private Optional<Expectations> recorded = Optional.empty();
    private volatile boolean recording;
    private Optional<Optional<String>> dependence = Optional.empty();

    /**
     * Nothing yet.
     *
     * @param seed decides which derivatives are looked at
     */
    public ExpectationsOnDemand(Workload workload, long seed) {
        this.workload = workload;
        this.seed = seed;
    }

    /** The workload. */
    public Workload workload() {
        return workload;
    }

    /** The expectations; if the function cannot be recorded, missing ones that say why. */
    @Override
    public Expectations get() {
        Expectations expectations = recorded.orElseGet(this::record);
        recorded = Optional.of(expectations);
        return expectations;
    }

    /** Whether the function is running in order to be recorded: another thread may find out why one does not end. */
    public boolean isRecording() {
        return recording;
    }

    /** Why no engine that replays may be used, found out when it is first asked: {@link PointDependence}. */
    public Optional<String> pointDependence() {
        Optional<String> reason = dependence.orElseGet(() -> PointDependence.of(workload));
        dependence = Optional.of(reason);
        return reason;
    }

    private Expectations record() {
        recording = true;
        try {
            return Expectations.record(workload, seed);
        } catch (OutOfMemoryError e) {
            return Expectations.missing("out of memory");
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return Expectations.missing("the function threw " + e);
        } finally {
            recording = false;
        }
    }
}
