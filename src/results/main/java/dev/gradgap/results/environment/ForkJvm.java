package dev.gradgap.results.environment;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JVM of the forks: this process's installation, started with arguments of its own.
 *
 * @param arguments the arguments of a fork's JVM; of several that contradict each other the last counts, as in the JVM
 */
record ForkJvm(List<String> arguments) {

    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use(\\w+)GC");
    private static final Pattern HEAP = Pattern.compile("(?:-Xmx|-XX:MaxHeapSize=)(\\w+)");

    /** What is known of it, in the order of environment.json. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("java_version", System.getProperty("java.version"));
        fields.put("jvm_name", System.getProperty("java.vm.name"));
        fields.put("jvm_vendor", System.getProperty("java.vm.vendor"));
        fields.put("jvm_version", System.getProperty("java.vm.version"));
        fields.put("jvm_arguments", arguments);
        fields.put("garbage_collector", garbageCollector().orElseGet(ForkJvm::collectorOfThisProcess));
        fields.put("heap_bytes", heapBytes().orElseGet(Runtime.getRuntime()::maxMemory));
        return fields;
    }

    /** The collector that the arguments choose, in the words of the JVM's option: {@code Serial}, {@code G1}, {@code Z}. */
    Optional<String> garbageCollector() {
        return last(COLLECTOR);
    }

    /** The largest heap that the arguments allow, in bytes. */
    OptionalLong heapBytes() {
        return last(HEAP).map(ByteSizes::bytes).orElse(OptionalLong.empty());
    }

    private Optional<String> last(Pattern pattern) {
        return arguments.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .reduce((first, second) -> second);
    }

    /** The JVM chooses by the size of the machine, so that a fork without a choice gets what this process got. */
    private static String collectorOfThisProcess() {
        String bean = ManagementFactory.getGarbageCollectorMXBeans().get(0).getName();
        return switch (bean) {
            case "Copy" -> "Serial";
            case "PS Scavenge" -> "Parallel";
            default -> bean.replaceFirst("(GC)?( .*)?$", ""); // "G1 Young Generation", "ZGC Cycles"
        };
    }
}
