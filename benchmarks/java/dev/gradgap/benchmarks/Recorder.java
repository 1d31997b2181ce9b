package dev.gradgap.benchmarks;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.results.Status;
import dev.gradgap.run.fork.ForkReport;
import dev.gradgap.run.fork.ParentWatch;
import dev.gradgap.verify.recording.Expectations;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The program of a process that records what is right: it runs a workload's generic code on several kinds of numbers, which a
 * fork, about to time one of them, must not. Whatever the workload does, hang, exit or exhaust the memory, it does here.
 */
final class Recorder {

    private Recorder() {}

    /**
     * Records.
     *
     * @param arguments the workload's name, its number of inputs, the seed, and the file to write to
     */
    public static void main(String[] arguments) {
        ParentWatch.start();
        ForkReport report = ForkReport.empty();
        try {
            record(arguments[0], Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]), Path.of(arguments[3]));
            report.ended(Status.OK, "");
        } catch (OutOfMemoryError e) {
            report.ended(Status.FAILED, "out of memory: " + e.getMessage());
        } catch (Throwable t) {
            report.ended(Status.FAILED, "the function threw " + t);
        }
        report.write();
        Runtime.getRuntime().halt(0); // whatever threads the workload has started
    }

    private static void record(String name, int inputs, long seed, Path file) throws IOException {
        Expectations expectations =
                Expectations.record(Catalog.load(List.of()).workload(name).create(inputs, seed), seed);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            expectations.write(out);
        }
    }
}
