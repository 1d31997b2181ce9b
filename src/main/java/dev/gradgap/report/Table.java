package dev.gradgap.report;

import java.util.List;

/**
 * A table of a report.
 *
 * @param header the names of the columns
 * @param rows as many values each
 */
record Table(String title, List<String> header, List<List<String>> rows) {

    Table {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }
}
