package dev.gradgap.run.fork;

import dev.gradgap.results.Memory;
import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.file.Schema;
import dev.gradgap.results.journal.Evidence;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * What a fork tells its parent beside JMH's times: a small file, written by the fork as soon as it knows, so that a fork
 * that dies still says how far it came.
 */
public final class ForkReport {

    /** The system property of a fork that names the file. */
    public static final String PROPERTY = "gradgap.fork.report";

    /** The system property of a fork that names the folder for graphs of which an engine made a wrong plan. */
    public static final String FAULTS = "gradgap.fork.faults";

    /** The system property of a fork that names the directory of what was recorded of the run's functions, for its forks. */
    public static final String RECORDINGS = "gradgap.fork.recordings";

    /** The system property of a fork that names the file to which HotSpot logs its compilations. */
    public static final String COMPILATIONS = "gradgap.fork.compilations";

    private static final String EVIDENCE = "evidence.";
    private static final String COLD = "cold";
    private static final Schema<Memory> MEMORY = Schema.of(Memory.class);

    private final Properties entries;

    private ForkReport(Properties entries) {
        this.entries = entries;
    }

    /** An empty report. */
    public static ForkReport empty() {
        return new ForkReport(new Properties());
    }

    /** The report in a file; empty if the fork never wrote one. */
    public static ForkReport read(Path file) {
        Properties entries = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                entries.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                entries.clear(); // the fork was killed while writing
            }
        }
        return new ForkReport(entries);
    }

    /** Whether this process is a fork of which a report is awaited. */
    public static boolean isAwaited() {
        return System.getProperty(PROPERTY) != null;
    }

    /** Writes the report to the file named by {@link #PROPERTY}; does nothing outside a fork of ours. */
    public void write() {
        String file = System.getProperty(PROPERTY);
        if (file == null) {
            return;
        }
        try (Writer writer = Files.newBufferedWriter(Path.of(file))) {
            entries.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets how the fork ended and why. */
    public ForkReport ended(Status status, String reason) {
        entries.setProperty("status", status.label());
        entries.setProperty("reason", reason.lines().findFirst().orElse(""));
        return this;
    }

    /** Sets a number. */
    public ForkReport set(Entry entry, double value) {
        entries.setProperty(entry.key, Double.toString(value));
        return this;
    }

    /**
     * Sets a whole number.
     *
     * @throws IllegalArgumentException if it is negative: all of them count something, some by what an engine says
     */
    public ForkReport set(Entry entry, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(entry.key + " cannot be " + value);
        }
        entries.setProperty(entry.key, Long.toString(value));
        return this;
    }

    /**
     * Sets what was found of the heap.
     *
     * @throws IllegalArgumentException if any of it is negative
     */
    public ForkReport memory(Memory memory) {
        MEMORY.texts(memory).forEach(entries::setProperty);
        return this;
    }

    /** What was found of the heap. */
    public Memory memory() {
        Map<String, String> texts = new HashMap<>();
        entries.stringPropertyNames().forEach(name -> texts.put(name, entries.getProperty(name)));
        return MEMORY.ofTexts(texts, "the report of a fork");
    }

    /** Sets whether whole operators or single passes are timed. */
    public ForkReport method(Method method) {
        entries.setProperty("method", method.label());
        return this;
    }

    /** Sets why the code was not in its last tier when it was measured. */
    public ForkReport cold(String reason) {
        entries.setProperty(COLD, reason);
        return this;
    }

    /** Why the code was not in its last tier when it was measured, in words; empty if it was. */
    public String cold() {
        return entries.getProperty(COLD, "");
    }

    /** Sets what is known of the measured iterations. */
    public ForkReport evidence(List<Evidence> iterations) {
        for (int i = 0; i < iterations.size(); i++) {
            Evidence iteration = iterations.get(i);
            entries.setProperty(
                    EVIDENCE + i,
                    iteration.waited() + " " + iteration.compilations() + " " + iteration.lastCompilation());
        }
        return this;
    }

    /** What is known of the measured iterations, in their order; empty if the fork did not come that far. */
    public List<Evidence> evidence() {
        List<Evidence> iterations = new ArrayList<>();
        for (int i = 0; entries.containsKey(EVIDENCE + i); i++) {
            String[] parts = entries.getProperty(EVIDENCE + i).split(" ", 3);
            iterations.add(new Evidence(Double.parseDouble(parts[0]), Long.parseLong(parts[1]), parts[2]));
        }
        return iterations;
    }

    /** How the fork said it ended; empty if it did not come that far. */
    public Optional<Status> status() {
        return Optional.ofNullable(entries.getProperty("status")).map(s -> Status.valueOf(s.toUpperCase(Locale.ROOT)));
    }

    /** Why the fork was skipped or failed; empty if it did not say. */
    public String reason() {
        return entries.getProperty("reason", "");
    }

    /** Whether whole operators or single passes were timed. */
    public Method method() {
        return Method.valueOf(
                entries.getProperty("method", Method.MEASURED.label()).toUpperCase(Locale.ROOT));
    }

    /** A whole number. */
    public OptionalLong whole(Entry entry) {
        String text = entries.getProperty(entry.key);
        return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    /** A number. */
    public OptionalDouble number(Entry entry) {
        String text = entries.getProperty(entry.key);
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    /** The numbers of a report. */
    public enum Entry {
        /** Operations of the workload's graph. */
        OPERATIONS("operations"),
        /** Passes of the whole operator. */
        PASSES("passes"),
        /** Nanoseconds of what is done once at a point before the passes. */
        START_NS("start_ns"),
        /** Seconds that passed while another process recorded what is right. */
        RECORDING_SECONDS("recording_seconds"),
        /** Largest relative error against the oracle; present once verified. */
        MAX_REL_ERROR("max_rel_error");

        private final String key;

        Entry(String key) {
            this.key = key;
        }
    }
}
