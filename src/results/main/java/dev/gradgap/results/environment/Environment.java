package dev.gradgap.results.environment;

import dev.gradgap.results.file.IoErrors;
import dev.gradgap.results.file.JsonFields;
import dev.gradgap.results.file.JsonFile;
import dev.gradgap.results.file.PrettyJson;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where, when and with what a run was made; the content of environment.json. What cannot be found out is left out.
 *
 * @param fields by name, in the order of the file: texts, numbers, truth values, such maps, and lists of texts or of such maps;
 *     results/README.md says what each means
 */
public record Environment(Map<String, Object> fields) {

    private static final List<String> CONDITIONS = List.of(
            "cpu_model",
            "logical_cores",
            "os_name",
            "os_arch",
            "jvm_vendor",
            "jvm_version",
            "jvm_arguments",
            "jmh_version",
            "blackhole_mode");

    /** What of its processor a process gets, as the operating system was told. */
    private static final List<String> PROCESSOR_GRANTED =
            List.of("cpu_quota", "cpu_affinity", "cpu_governor", "cpu_turbo");

    private static final String MEMORY = "memory_bytes";
    private static final long GIB = 1L << 30;
    private static final String WORKLOADS = "workload_sha256";
    private static final String PLUGIN_HASHES = "plugin_sha256";

    public Environment {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * How the forks of a run are started.
     *
     * @param jmhVersion JMH's version
     * @param blackholeMode how JMH keeps results alive, in its own words; empty if unknown
     * @param jvmArguments the arguments of each fork's JVM
     * @param plugins the number of plug-in jars
     */
    public record Harness(String jmhVersion, String blackholeMode, List<String> jvmArguments, int plugins) {

        public Harness {
            jvmArguments = List.copyOf(jvmArguments);
        }
    }

    /**
     * Looks around: reads files of the operating system and asks git, for a few seconds at most. The forks are taken to
     * run on the same Java installation as this process.
     *
     * @param workingDirectory the directory whose checkout, if it is one, is the code that is measured
     */
    public static Environment capture(Harness harness, Path workingDirectory) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        fields.putAll(Machine.here().fields());
        fields.putAll(new ForkJvm(harness.jvmArguments()).fields());
        fields.put("jmh_version", harness.jmhVersion());
        if (!harness.blackholeMode().isEmpty()) {
            fields.put("blackhole_mode", harness.blackholeMode());
        }
        fields.putAll(Checkout.of(workingDirectory).fields());
        RunningJar.sha256().ifPresent(hash -> fields.put("jar_sha256", hash));
        fields.put("locale", Locale.getDefault().toLanguageTag());
        fields.put("plugins", harness.plugins());
        return new Environment(fields);
    }

    /** The hash of what each workload computes, by the workload's name; empty if unknown. */
    public SortedMap<String, String> workloadHashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        if (fields.get(WORKLOADS) instanceof Map<?, ?> map) {
            map.forEach((name, hash) -> hashes.put(String.valueOf(name), String.valueOf(hash)));
        }
        return hashes;
    }

    /** With more fields, or other values of some. */
    public Environment with(Map<String, Object> others) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.putAll(others);
        return new Environment(more);
    }

    /** With the hashes of these workloads, instead of those it has. */
    public Environment withWorkloadHashes(Map<String, String> hashes) {
        return with(Map.of(WORKLOADS, new TreeMap<>(hashes)));
    }

    /**
     * With the hashes of the plug-in jars, in the order in which they are given, then of what else is on the class path; as it is, if
     * there are none.
     *
     * @throws java.io.UncheckedIOException if one cannot be read
     */
    public Environment withPluginHashes(List<String> jars) {
        List<String> hashes = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>(jars);
        all.addAll(RunningJar.others());
        for (String jar : all) {
            try {
                hashes.add(RunningJar.sha256(Path.of(jar)));
            } catch (IOException e) {
                throw IoErrors.unchecked("cannot read " + jar, e);
            }
        }
        return hashes.isEmpty() ? this : with(Map.of(PLUGIN_HASHES, hashes));
    }

    /**
     * What times depend on besides the code, as far as it is known: where one of these differs, times cannot be compared.
     * Memory counts in whole GiB: what a kernel keeps for itself differs by some KiB from one version to the next.
     */
    public SortedMap<String, String> conditions() {
        SortedMap<String, String> conditions = new TreeMap<>();
        conditions.putAll(texts(CONDITIONS));
        memoryBytes().ifPresent(bytes -> conditions.put("memory_gib", Long.toString((bytes + GIB / 2) / GIB)));
        return conditions;
    }

    /** What of the processor the run got, as far as it is known: where one of these differs, times cannot be compared either. */
    public SortedMap<String, String> processorGranted() {
        return texts(PROCESSOR_GRANTED);
    }

    private SortedMap<String, String> texts(List<String> names) {
        SortedMap<String, String> texts = new TreeMap<>();
        names.forEach(name -> text(name).ifPresent(value -> texts.put(name, value)));
        return texts;
    }

    /** The machine's memory; empty if unknown. */
    public OptionalLong memoryBytes() {
        return fields.get(MEMORY) instanceof Number bytes ? OptionalLong.of(bytes.longValue()) : OptionalLong.empty();
    }

    /** A field as a number; empty if it is unknown or none. */
    public OptionalDouble number(String name) {
        return fields.get(name) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** A field as text; empty if unknown. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).map(Object::toString);
    }

    /** Writes environment.json, whole or not at all. */
    public void write(Path file) {
        PrettyJson.write(file, fields);
    }

    /**
     * Reads environment.json.
     *
     * @throws UserError naming file and line, if it is no JSON object
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Environment read(Path file) {
        return JsonFile.read(file, "an environment", json -> new Environment(JsonFields.values(json)));
    }
}
