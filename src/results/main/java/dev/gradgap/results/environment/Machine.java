package dev.gradgap.results.environment;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The computer: processor, caches, memory, load, operating system. Linux tells the most, other systems the model. */
public final class Machine {

    /** Of a line of /proc/self/cgroup: version 1 names what a hierarchy controls, version 2 nothing. */
    private static final Pattern CPU_CONTROLLERS = Pattern.compile("|(.*,)?cpu(,.*)?");

    /** The column of /proc/stat. */
    private static final int STEAL = 7;

    private final Path root;
    private final Map<String, String> variables;

    /**
     * A computer.
     *
     * @param root the root of its file system
     * @param variables its environment variables
     */
    Machine(Path root, Map<String, String> variables) {
        this.root = root;
        this.variables = variables;
    }

    /** The computer this runs on. */
    public static Machine here() {
        return new Machine(Path.of("/"), System.getenv());
    }

    /** What is known of it, in the order of environment.json. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        cpuModel().ifPresent(model -> fields.put("cpu_model", model));
        fields.put("logical_cores", Runtime.getRuntime().availableProcessors());
        physicalCores().ifPresent(cores -> fields.put("physical_cores", cores));
        List<Map<String, Object>> caches = caches();
        if (!caches.isEmpty()) {
            fields.put("caches", caches);
        }
        var system = ManagementFactory.getOperatingSystemMXBean();
        if (system instanceof com.sun.management.OperatingSystemMXBean hotSpot) {
            fields.put("memory_bytes", hotSpot.getTotalMemorySize());
        }
        double load = system.getSystemLoadAverage();
        if (load >= 0) { // negative where the system has no such notion
            fields.put("load_average", load);
        }
        fields.put("os_name", system.getName());
        fields.put("os_version", system.getVersion());
        if (Files.isReadable(root.resolve("proc/self/cgroup"))) {
            OptionalDouble quota = cpuQuota();
            fields.put("cpu_quota", quota.isPresent() ? quota.getAsDouble() : "none");
        }
        affinity().ifPresent(cpus -> fields.put("cpu_affinity", cpus));
        line(root.resolve("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"))
                .ifPresent(governor -> fields.put("cpu_governor", governor));
        turbo().ifPresent(turbo -> fields.put("cpu_turbo", turbo));
        fields.put("os_arch", system.getArch());
        return fields;
    }

    /**
     * How many cores' worth of time the control groups (version 2 or 1) of this process grant, the least of them; empty if
     * there is no limit.
     */
    OptionalDouble cpuQuota() {
        return lines(root.resolve("proc/self/cgroup")).stream()
                .map(line -> line.split(":", 3))
                .filter(parts ->
                        parts.length == 3 && CPU_CONTROLLERS.matcher(parts[1]).matches())
                .flatMap(parts -> withParents(parts[2]).map(group -> quota(parts[1].isEmpty(), group)))
                .flatMapToDouble(OptionalDouble::stream)
                .min();
    }

    /** A group and those it is in, up to the root, which is empty. */
    private static Stream<String> withParents(String group) {
        Path relative = Path.of("/").relativize(Path.of("/", group));
        return Stream.concat(
                Stream.iterate(relative, Objects::nonNull, Path::getParent).map(Path::toString), Stream.of(""));
    }

    private OptionalDouble quota(boolean unified, String group) {
        Path groups = root.resolve("sys/fs/cgroup");
        Path folder = groups.resolve(unified ? group : Path.of("cpu", group).toString());
        Optional<String> quota = unified
                ? line(folder.resolve("cpu.max"))
                : line(folder.resolve("cpu.cfs_quota_us"))
                        .flatMap(us -> line(folder.resolve("cpu.cfs_period_us")).map(period -> us + " " + period));
        return quota.filter(text -> text.matches("[1-9][0-9]{0,9} [1-9][0-9]{0,9}"))
                .map(text -> text.split(" ", 2))
                .map(words -> OptionalDouble.of(Double.parseDouble(words[0]) / Double.parseDouble(words[1])))
                .orElse(OptionalDouble.empty());
    }

    /** The processors that this process may run on, such as 0-1; empty if it is not known. */
    Optional<String> affinity() {
        return lines(root.resolve("proc/self/status")).stream()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private Optional<String> turbo() {
        return line(root.resolve("sys/devices/system/cpu/intel_pstate/no_turbo"))
                .map(no -> no.equals("1") ? "off" : "on")
                .or(() -> line(root.resolve("sys/devices/system/cpu/cpufreq/boost"))
                        .map(boost -> boost.equals("0") ? "off" : "on"));
    }

    /**
     * The time of all processors so far, in ticks: as a whole, and how much of it the machine's host gave to others; empty if it
     * is not known.
     */
    public Optional<Ticks> ticks() {
        return lines(root.resolve("proc/stat")).stream()
                .filter(line -> line.matches("cpu +[0-9]+( [0-9]+){7,}"))
                .map(line -> Arrays.stream(line.split(" +", -1))
                        .skip(1)
                        .limit(STEAL + 1)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .map(ticks -> new Ticks(Arrays.stream(ticks).sum(), ticks[STEAL]))
                .findFirst();
    }

    /** Time of all processors, and what of it was stolen. */
    public record Ticks(double all, double stolen) {}

    /** The processor's name: from /proc on Linux, from sysctl on macOS, from a variable on Windows. */
    Optional<String> cpuModel() {
        return cpuInfo("model name")
                .findFirst()
                .or(() -> Files.isExecutable(root.resolve("usr/sbin/sysctl"))
                        ? Command.output(root, List.of("/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string"))
                        : Optional.empty())
                .or(() -> Optional.ofNullable(variables.get("PROCESSOR_IDENTIFIER")))
                .map(String::strip)
                .filter(model -> !model.isEmpty());
    }

    /** The number of different cores of all sockets; logical cores that share one are counted once. */
    OptionalLong physicalCores() {
        List<String> sockets = cpuInfo("physical id").toList();
        List<String> cores = cpuInfo("core id").toList();
        if (cores.isEmpty() || sockets.size() != cores.size()) {
            return OptionalLong.empty();
        }
        TreeSet<String> different = new TreeSet<>();
        for (int i = 0; i < cores.size(); i++) {
            different.add(sockets.get(i) + "/" + cores.get(i));
        }
        return OptionalLong.of(different.size());
    }

    /** The caches of the first core, each with its level, its type (data, instruction, unified) and its bytes. */
    List<Map<String, Object>> caches() {
        List<Map<String, Object>> caches = new ArrayList<>();
        for (Path index : indices(root.resolve("sys/devices/system/cpu/cpu0/cache"))) {
            Optional<Integer> level = line(index.resolve("level"))
                    .filter(text -> text.matches("[1-9]"))
                    .map(Integer::valueOf);
            Optional<String> type = line(index.resolve("type"));
            OptionalLong bytes =
                    line(index.resolve("size")).map(ByteSizes::bytes).orElse(OptionalLong.empty());
            if (level.isPresent() && type.isPresent() && bytes.isPresent()) {
                Map<String, Object> cache = new LinkedHashMap<>();
                cache.put("level", level.get());
                cache.put("type", type.get().toLowerCase(Locale.ROOT));
                cache.put("bytes", bytes.getAsLong());
                caches.add(cache);
            }
        }
        return caches;
    }

    private static List<Path> indices(Path directory) {
        List<Path> indices = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "index*")) {
            entries.forEach(indices::add);
        } catch (IOException e) {
            return List.of(); // not Linux
        }
        indices.sort(Comparator.comparing(Path::toString));
        return indices;
    }

    private Stream<String> cpuInfo(String key) {
        return lines(root.resolve("proc/cpuinfo")).stream()
                .filter(line -> line.substring(0, Math.max(0, line.indexOf(':')))
                        .strip()
                        .equals(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip());
    }

    private static Optional<String> line(Path file) {
        return lines(file).stream().map(String::strip).findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return List.of(); // not Linux, or not to be seen from a container
        }
    }
}
