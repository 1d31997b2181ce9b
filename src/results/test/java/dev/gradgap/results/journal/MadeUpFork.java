package dev.gradgap.results.journal;

import dev.gradgap.results.Check;
import dev.gradgap.results.Memory;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a fork reported, as a test wants it: if it says no more, one operation in one pass, verified, in a second. */
public final class MadeUpFork {

    private final int cell;
    private final int round;
    private Status status = Status.OK;
    private Method method = Method.MEASURED;
    private String reason = "";
    private OptionalLong operations = OptionalLong.of(1);
    private OptionalLong passes = OptionalLong.of(1);
    private List<Double> timesNs = List.of();
    private OptionalDouble allocBytes = OptionalDouble.empty();
    private OptionalLong tapeBytes = OptionalLong.empty();
    private OptionalLong predictedBytes = OptionalLong.empty();
    private OptionalLong liveBytes = OptionalLong.empty();
    private boolean verified = true;
    private OptionalDouble maxRelError = OptionalDouble.of(0);
    private String startedAt = "2026-01-01T00:00:00Z";
    private double seconds = 1;
    private double recordingSeconds;
    private List<Evidence> evidence = List.of();

    private MadeUpFork(int cell, int round) {
        this.cell = cell;
        this.round = round;
    }

    public static MadeUpFork of(int cell, int round) {
        return new MadeUpFork(cell, round);
    }

    public static MadeUpFork like(ForkResult fork) {
        MadeUpFork made = of(fork.cell(), fork.round())
                .ended(fork.status(), fork.reason())
                .method(fork.method())
                .times(fork.timesNs());
        made.operations = fork.operations();
        made.passes = fork.passes();
        made.allocBytes = fork.memory().allocBytes();
        made.tapeBytes = fork.memory().tapeBytes();
        made.predictedBytes = fork.memory().predictedBytes();
        made.liveBytes = fork.memory().liveBytes();
        made.verified = fork.check().verified();
        made.maxRelError = fork.check().maxRelError();
        made.startedAt = fork.startedAt();
        made.seconds = fork.seconds();
        made.recordingSeconds = fork.recordingSeconds();
        made.evidence = fork.evidence();
        return made;
    }

    public MadeUpFork ended(Status how, String why) {
        status = how;
        reason = why;
        return this;
    }

    public MadeUpFork method(Method how) {
        method = how;
        return this;
    }

    public MadeUpFork operations(long count) {
        operations = OptionalLong.of(count);
        return this;
    }

    public MadeUpFork passes(long count) {
        passes = OptionalLong.of(count);
        return this;
    }

    public MadeUpFork times(List<Double> ns) {
        timesNs = ns;
        return this;
    }

    public MadeUpFork allocBytes(double bytes) {
        allocBytes = OptionalDouble.of(bytes);
        return this;
    }

    public MadeUpFork tapeBytes(long bytes) {
        tapeBytes = OptionalLong.of(bytes);
        return this;
    }

    public MadeUpFork predictedBytes(long bytes) {
        predictedBytes = OptionalLong.of(bytes);
        return this;
    }

    public MadeUpFork liveBytes(long bytes) {
        liveBytes = OptionalLong.of(bytes);
        return this;
    }

    public MadeUpFork maxRelError(double error) {
        maxRelError = OptionalDouble.of(error);
        return this;
    }

    public MadeUpFork unverified() {
        verified = false;
        maxRelError = OptionalDouble.empty();
        return this;
    }

    public MadeUpFork startedAt(String moment) {
        startedAt = moment;
        return this;
    }

    public MadeUpFork seconds(double howLong) {
        seconds = howLong;
        return this;
    }

    public MadeUpFork recordingSeconds(double howLong) {
        recordingSeconds = howLong;
        return this;
    }

    public ForkResult fork() {
        return new ForkResult(
                cell,
                round,
                status,
                method,
                reason,
                operations,
                passes,
                timesNs,
                new Memory(allocBytes, tapeBytes, predictedBytes, liveBytes),
                new Check(verified, maxRelError),
                startedAt,
                seconds,
                recordingSeconds,
                evidence);
    }
}
