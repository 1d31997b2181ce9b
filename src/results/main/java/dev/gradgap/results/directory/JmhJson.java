package dev.gradgap.results.directory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gradgap.results.Status;
import dev.gradgap.results.analysis.Row;
import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.file.PrettyJson;
import dev.gradgap.results.journal.ForkResult;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.results.journal.RunData;
import dev.gradgap.statistics.Interval;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.StatUtils;

/**
 * jmh.json: the ok cells of a run in the format of JMH's own JSON results, for tools that read that. Times are the same as
 * in cells.csv: the score is the estimate over the forks and the error half of its 95 % interval, where JMH itself would
 * take the mean of all iterations and 99.9 %. As in JMH, what is not a number is the text {@code "NaN"}.
 */
public final class JmhJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String BENCHMARK = "dev.gradgap.benchmarks.DerivativeBenchmark.";
    private static final List<String> PERCENTILES =
            List.of("0.0", "50.0", "90.0", "95.0", "99.0", "99.9", "99.99", "99.999", "99.9999", "100.0");

    private final RunData run;
    private final Environment environment;

    private JmhJson(RunData run, Environment environment) {
        this.run = run;
        this.environment = environment;
    }

    /** Writes the file, whole or not at all. */
    public static void write(Path file, RunData run, Environment environment) {
        JmhJson json = new JmhJson(run, environment);
        ArrayNode results = NODES.arrayNode();
        Row.of(run).stream()
                .filter(row -> row.status() == Status.OK)
                .map(json::result)
                .forEach(results::add);
        PrettyJson.write(file, results);
    }

    private ObjectNode result(Row row) {
        ObjectNode node = NODES.objectNode();
        environment.text("jmh_version").ifPresent(version -> node.put("jmhVersion", version));
        node.put("benchmark", BENCHMARK + row.plan().operator().label());
        node.put("mode", "avgt");
        node.put("threads", 1);
        node.put("forks", row.finished().size());
        node.put("jvm", "java");
        if (environment.fields().get("jvm_arguments") instanceof Collection<?> arguments) {
            ArrayNode jvmArguments = node.putArray("jvmArgs");
            arguments.forEach(argument -> jvmArguments.add(ownHeap(String.valueOf(argument), row.plan())));
        }
        environment.text("java_version").ifPresent(version -> node.put("jdkVersion", version));
        environment.text("jvm_name").ifPresent(name -> node.put("vmName", name));
        environment.text("jvm_version").ifPresent(version -> node.put("vmVersion", version));
        Map<String, String> settings = run.header().settingsOf(row.plan());
        iterations(settings, node, "warmup", "warmup_iterations", "warmup_ms");
        iterations(settings, node, "measurement", "iterations", "iteration_ms");
        node.putObject("params")
                .put("workload", row.plan().workload())
                .put("inputs", Integer.toString(row.plan().inputs()))
                .put("engine", row.plan().engine())
                .put("method", row.method().orElseThrow().label());
        node.set("primaryMetric", time(row));
        ObjectNode secondary = node.putObject("secondaryMetrics");
        double[] allocated = row.finished().stream()
                .flatMapToDouble(fork -> fork.memory().allocBytes().stream())
                .filter(Double::isFinite)
                .toArray();
        if (allocated.length > 0) {
            secondary.set("gc.alloc.rate.norm", allocation(allocated));
        }
        return node;
    }

    /** The argument as the cell's forks were given it, which may have a heap of another size than those of the run. */
    private static String ownHeap(String argument, PlannedCell cell) {
        boolean heap = argument.startsWith("-Xms") || argument.startsWith("-Xmx");
        return heap && cell.settings().containsKey("heap")
                ? argument.substring(0, "-Xmx".length()) + cell.settings().get("heap")
                : argument;
    }

    private static void iterations(
            Map<String, String> settings, ObjectNode node, String phase, String count, String milliseconds) {
        if (settings.containsKey(count) && settings.containsKey(milliseconds)) {
            node.put(phase + "Iterations", Integer.parseInt(settings.get(count)));
            node.put(phase + "Time", settings.get(milliseconds) + " ms");
        }
        node.put(phase + "BatchSize", 1);
    }

    private static ObjectNode time(Row row) {
        double[] all = row.finished().stream()
                .flatMap(fork -> fork.timesNs().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        ObjectNode metric = metric(row.time().orElseThrow(), all, "ns/op");
        ArrayNode raw = metric.putArray("rawData");
        for (ForkResult fork : row.finished()) {
            ArrayNode iterations = raw.addArray();
            fork.timesNs().forEach(iterations::add);
        }
        return metric;
    }

    private static ObjectNode allocation(double[] bytesByFork) {
        ObjectNode metric = metric(Interval.unknown(StatUtils.percentile(bytesByFork, 50)), bytesByFork, "B/op");
        ArrayNode raw = metric.putArray("rawData");
        for (double bytes : bytesByFork) {
            raw.addArray().add(bytes);
        }
        return metric;
    }

    private static ObjectNode metric(Interval score, double[] values, String unit) {
        ObjectNode metric = NODES.objectNode();
        metric.put("score", score.estimate());
        metric.put("scoreError", (score.high() - score.low()) / 2);
        metric.putArray("scoreConfidence").add(score.low()).add(score.high());
        ObjectNode percentiles = metric.putObject("scorePercentiles");
        for (String percentile : PERCENTILES) {
            double p = Double.parseDouble(percentile);
            percentiles.put(percentile, p == 0 ? StatUtils.min(values) : StatUtils.percentile(values, p));
        }
        metric.put("scoreUnit", unit);
        return metric;
    }
}
