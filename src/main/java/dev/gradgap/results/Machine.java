package dev.gradgap.results;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The computer: processor, caches, memory, load, operating system. Linux tells the most, other systems the model. */
final class Machine {

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
    static Machine here() {
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
        fields.put("os_arch", system.getArch());
        return fields;
    }

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
            OptionalLong bytes = line(index.resolve("size")).map(Sizes::bytes).orElse(OptionalLong.empty());
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
