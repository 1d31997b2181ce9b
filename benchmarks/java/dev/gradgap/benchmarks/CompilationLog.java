package dev.gradgap.benchmarks;

import dev.gradgap.run.fork.ForkReport;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What HotSpot itself says of its compilations: the log {@code jit+compilation=debug}, to a file that the fork is started
 * with, read as far as it has been written. It has a line when a compilation begins and when a compiled method is given up
 * ({@code made not entrant}).
 *
 * <p>Without the option, as in a fork that JMH started by hand, nothing is known.
 */
final class CompilationLog {

    /** The tier of C2, the last. */
    static final int LAST_TIER = 4;

    /** C1 without profiling, where C2 would do no better: as good as last. */
    private static final int TRIVIAL_TIER = 1;

    private static final int TIERS = 5;
    private static final Pattern LINE =
            Pattern.compile("\\s*\\d+ [%a-z! ]{4,}(\\d) +(\\S+?)::(\\S+?)(?: @ -?\\d+)? \\((\\d+) bytes\\)(.*)");
    /** The part of the harness that is timed with the rest: JMH's loop, and where it enters the code under test. */
    private static final List<String> TIMED = List.of(
            "dev.gradgap.benchmarks.jmh_generated.",
            DerivativeBenchmark.class.getName() + ".",
            Subject.class.getName() + ".");

    private static final List<String> NOT_MEASURED = List.of(
            "java.",
            "javax.",
            "jdk.internal.",
            "sun.",
            "com.sun.",
            "org.openjdk.jmh.",
            "dev.gradgap.run.",
            "dev.gradgap.benchmarks.");

    private final Optional<RandomAccessFile> file;
    private final Map<String, Compiled> methods = new HashMap<>();
    private String unfinished = "";
    private long events;
    private String lastEvent = "";

    /** The versions of a method that are in use, by tier, and its bytecodes. */
    private static final class Compiled {
        private final int[] versions = new int[TIERS];
        private int bytes;
    }

    private CompilationLog(Optional<RandomAccessFile> file) {
        this.file = file;
    }

    /** The log of this fork. */
    static CompilationLog ofThisFork() {
        String name = System.getProperty(ForkReport.COMPILATIONS);
        try {
            return new CompilationLog(name == null ? Optional.empty() : Optional.of(new RandomAccessFile(name, "r")));
        } catch (IOException e) {
            throw new UncheckedIOException("the log of compilations cannot be read: " + e.getMessage(), e);
        }
    }

    /** A log of lines that are added by hand. */
    static CompilationLog ofLines() {
        return new CompilationLog(Optional.empty());
    }

    /** Whether there is a log. */
    boolean isKept() {
        return file.isPresent();
    }

    /** Reads what has been written since it was last read. */
    void read() {
        if (file.isEmpty()) {
            return;
        }
        try {
            RandomAccessFile log = file.get();
            byte[] more = new byte[(int) Math.min(Integer.MAX_VALUE - 8, log.length() - log.getFilePointer())];
            log.readFully(more);
            add(new String(more, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the log of compilations cannot be read: " + e.getMessage(), e);
        }
    }

    /** Adds what has been written; a line may end in what is added next. */
    void add(String text) {
        String all = unfinished + text;
        int end = all.lastIndexOf('\n') + 1;
        unfinished = all.substring(end);
        all.substring(0, end).lines().forEach(this::line);
    }

    private void line(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches() || matcher.group(5).contains("COMPILE SKIPPED")) {
            return;
        }
        int tier = Integer.parseInt(matcher.group(1));
        String method = matcher.group(2) + "." + matcher.group(3);
        boolean givenUp = matcher.group(5).contains("made not entrant");
        if (!givenUp && !matcher.group(5).isBlank()) {
            return; // made zombie: given up already
        }
        Compiled compiled = methods.computeIfAbsent(method, name -> new Compiled());
        compiled.bytes = Integer.parseInt(matcher.group(4));
        compiled.versions[tier] = Math.max(0, compiled.versions[tier] + (givenUp ? -1 : 1));
        if (tier == LAST_TIER && isMeasured(method)) {
            events++;
            lastEvent = method + (givenUp ? " was given up by C2" : " was compiled by C2");
        }
    }

    private static boolean isMeasured(String method) {
        return TIMED.stream().anyMatch(method::startsWith)
                || NOT_MEASURED.stream().noneMatch(method::startsWith);
    }

    /** How often so far C2 has compiled, or given up, code that is measured. */
    long events() {
        return events;
    }

    /** The last of these, in words. */
    String lastEvent() {
        return lastEvent;
    }

    /** Whether a version of a method of the last tier is in use. */
    boolean isInLastTier(String method) {
        Compiled compiled = methods.get(method);
        return compiled != null && (compiled.versions[LAST_TIER] > 0 || compiled.versions[TRIVIAL_TIER] > 0);
    }

    /** The bytecodes of a method; 0 if it was never compiled. */
    int bytes(String method) {
        Compiled compiled = methods.get(method);
        return compiled == null ? 0 : compiled.bytes;
    }
}
