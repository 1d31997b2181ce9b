package dev.gradgap.report.table;

import java.util.List;

/**
 * A table of a report.
 *
 * @param header the names of the columns
 * @param rows as many values each
 */
public record Table(String title, List<String> header, List<List<String>> rows) {

    public Table {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }
}
