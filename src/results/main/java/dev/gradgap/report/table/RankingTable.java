package dev.gradgap.report.table;

import dev.gradgap.report.finding.Ranking;
import dev.gradgap.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/** A ranking as a table; engines that could not be ranked stand at its end. */
final class RankingTable {

    private RankingTable() {}

    static Table of(Ranking ranking) {
        List<List<String>> rows = new ArrayList<>();
        for (Ranking.Place place : ranking.places()) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    place.engine(),
                    place.technology().label(),
                    Numbers.interval(place.slowdown()),
                    place.sampledTasks() == 0
                            ? "measured"
                            : place.sampledTasks() == ranking.tasks()
                                    ? "sampled"
                                    : "sampled on " + place.sampledTasks()));
        }
        for (String engine : ranking.leftOut()) {
            rows.add(List.of("", engine, "", "", "not ranked: timed at too little of this"));
        }
        rows.add(List.of("", "", "", "", "compared at: " + String.join("; ", ranking.comparedAt())));
        return new Table(
                "Engines ranked: " + ranking.title() + " (" + ranking.scope() + ")",
                List.of(
                        "place",
                        "engine",
                        "technology",
                        "times as long as the fastest, and 95 % interval over the families",
                        ""),
                rows);
    }
}
