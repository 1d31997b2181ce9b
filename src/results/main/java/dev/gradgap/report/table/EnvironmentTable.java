package dev.gradgap.report.table;

import dev.gradgap.results.environment.Environment;
import java.util.List;

/** Machine, JVM and revision, a row for each field of environment.json. */
public final class EnvironmentTable {

    private EnvironmentTable() {}

    /** The table, in the order of the file. */
    public static Table of(Environment environment) {
        return new Table(
                "Environment",
                List.of("what", "value"),
                environment.fields().entrySet().stream()
                        .map(field -> List.of(field.getKey(), String.valueOf(field.getValue())))
                        .toList());
    }
}
