package dev.gradgap.results.journal;

import dev.gradgap.text.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the parts of a run that were measured on different machines together again. */
public final class Shards {

    private Shards() {}

    /**
     * The run that the parts make up. Ratios of cells of different parts are only as good as their machines are alike.
     *
     * @param parts by the directory they come from, in the order in which their cells shall appear
     * @throws UserError in one line, if they are no parts of one run
     */
    public static RunData merge(Map<Path, RunData> parts) {
        RunHeader first = parts.values().iterator().next().header();
        Path firstDirectory = parts.keySet().iterator().next();
        List<PlannedCell> cells = new ArrayList<>();
        List<ForkResult> forks = new ArrayList<>();
        parts.forEach((directory, part) -> {
            RunHeader header = part.header();
            requireEqual("suite", firstDirectory, first.suite(), directory, header.suite());
            requireEqual("seed", firstDirectory, first.seed(), directory, header.seed());
            requireEqual("settings", firstDirectory, first.settings(), directory, header.settings());
            for (PlannedCell cell : header.cells()) {
                if (cells.contains(cell)) {
                    throw new UserError(
                            "cannot merge: " + directory + " has " + cell.key() + ", which another part has too");
                }
            }
            int offset = cells.size();
            cells.addAll(header.cells());
            part.forks().forEach(fork -> forks.add(fork.ofCell(fork.cell() + offset)));
        });
        return new RunData(
                new RunHeader(
                        first.schema(),
                        first.suite(),
                        first.seed(),
                        first.forks(),
                        first.settings(),
                        first.plugins(),
                        cells),
                forks);
    }

    private static void requireEqual(String what, Path a, Object ofA, Path b, Object ofB) {
        if (!ofA.equals(ofB)) {
            throw new UserError("cannot merge: " + what + " is " + ofA + " in " + a + " and " + ofB + " in " + b);
        }
    }
}
