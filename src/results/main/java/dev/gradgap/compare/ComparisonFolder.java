package dev.gradgap.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gradgap.results.directory.RunDirectory;
import dev.gradgap.results.file.JsonFields;
import dev.gradgap.results.file.JsonFile;
import dev.gradgap.results.file.PrettyJson;
import dev.gradgap.results.journal.Journal;
import dev.gradgap.text.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of a comparison whose sides were measured together: {@code base} and {@code head} are runs like any other, and
 * settings.json says what is compared and how it is decided. Everything else follows from these.
 *
 * @param base what the user called base
 * @param head what the user called head
 * @param budgetSeconds the time that measuring may take
 */
public record ComparisonFolder(
        Path directory, String base, String head, ComparisonSettings settings, double budgetSeconds) {

    /** The file that says how to decide; written last, so that a folder that has it can be carried on. */
    public static final String SETTINGS = "settings.json";

    private static final int SCHEMA = 1;

    /** The run of base. */
    public Path baseDirectory() {
        return directory.resolve("base");
    }

    /** The run of head. */
    public Path headDirectory() {
        return directory.resolve("head");
    }

    /** Writes settings.json. */
    public void write() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("base", base);
        json.put("head", head);
        json.put("alpha", settings.alpha());
        json.put("gate", settings.gate());
        json.put("pairs", settings.pairs());
        json.put("most_pairs", settings.mostPairs());
        json.put("seed", settings.seed());
        json.put("budget_s", budgetSeconds);
        PrettyJson.write(directory.resolve(SETTINGS), json);
    }

    /** The folder of a comparison to which two directories belong as base and head; empty if there is none. */
    public static Optional<ComparisonFolder> around(Path base, Path head) {
        Path parent = base.toAbsolutePath().normalize().getParent();
        if (parent == null || !Files.exists(parent.resolve(SETTINGS))) {
            return Optional.empty();
        }
        ComparisonFolder folder = read(parent);
        boolean both = folder.baseDirectory().equals(base.toAbsolutePath().normalize())
                && folder.headDirectory().equals(head.toAbsolutePath().normalize());
        return both ? Optional.of(folder) : Optional.empty();
    }

    /**
     * Reads settings.json.
     *
     * @throws UserError naming file, line and field, if there is none or it cannot be right
     */
    public static ComparisonFolder read(Path directory) {
        Path file = directory.resolve(SETTINGS);
        if (!Files.exists(file)) {
            throw new UserError(directory + " is no comparison: " + SETTINGS + " is missing");
        }
        return JsonFile.read(file, "the settings of a comparison", json -> of(directory, json));
    }

    private static ComparisonFolder of(Path directory, JsonNode json) {
        JsonFields.integer(json, "schema", SCHEMA, SCHEMA);
        int pairs = JsonFields.integer(json, "pairs", 2, ComparisonSettings.MOST_PAIRS);
        return new ComparisonFolder(
                directory,
                JsonFields.name(json, "base"),
                JsonFields.name(json, "head"),
                new ComparisonSettings(
                        JsonFields.share(json, "alpha"),
                        JsonFields.share(json, "gate"),
                        pairs,
                        JsonFields.integer(json, "most_pairs", pairs, ComparisonSettings.MOST_PAIRS),
                        JsonFields.whole(json, "seed")),
                JsonFields.positive(json, "budget_s"));
    }

    /** What its two runs say so far. */
    public Comparison compare() {
        return Comparer.together(run(base, baseDirectory()), run(head, headDirectory()), settings);
    }

    /** One side as it is on disk. */
    public static ComparedRun run(String label, Path directory) {
        return new ComparedRun(label, Journal.read(directory).run(), RunDirectory.readEnvironment(directory));
    }
}
