package dev.gradgap.report.table;

import dev.gradgap.engine.Mode;
import dev.gradgap.report.finding.JacobianMap;
import dev.gradgap.report.finding.JacobianMap.Crossing;
import dev.gradgap.report.finding.JacobianMap.Point;
import dev.gradgap.results.Method;
import dev.gradgap.statistics.CrossoverEstimate;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A map of Jacobians as a table: a row for each number of inputs, a column for each number of outputs. */
final class JacobianTable {

    private JacobianTable() {}

    static Table of(JacobianMap map) {
        List<String> header = new ArrayList<>(List.of("inputs n"));
        map.outputs().forEach(m -> header.add("m = " + m));
        header.add("same time at m");
        return new Table(
                "Jacobian of " + map.family() + ", " + map.forwardEngine() + " against " + map.reverseEngine()
                        + ": how many times as fast the faster mode is",
                header,
                map.crossings().stream().map(crossing -> row(map, crossing)).toList());
    }

    private static List<String> row(JacobianMap map, Crossing crossing) {
        Map<Integer, String> fields = new HashMap<>();
        map.points().stream()
                .filter(point -> point.inputs() == crossing.inputs())
                .forEach(point -> fields.put(point.outputs(), field(point)));
        List<String> row = new ArrayList<>(List.of(Integer.toString(crossing.inputs())));
        map.outputs().forEach(m -> row.add(fields.getOrDefault(m, "")));
        row.add(crossing(crossing.outputs()));
        return row;
    }

    private static String field(Point point) {
        return point.faster().map(Mode::label).orElse("either") + " " + Numbers.plain(point.advantage())
                + (point.method() == Method.SAMPLED ? " (sampled)" : "");
    }

    private static String crossing(CrossoverEstimate estimate) {
        return switch (estimate.status()) {
            case FOUND -> Numbers.interval(estimate.at().orElseThrow());
            case BELOW -> "below the smallest";
            case ABOVE -> "above the largest";
            case UNKNOWN -> "unknown";
        };
    }
}
