package dev.gradgap.results.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gradgap.results.CellKey;
import dev.gradgap.results.file.FieldException;
import dev.gradgap.results.file.JsonFields;
import dev.gradgap.results.file.Schema;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lines of a journal as JSON objects, without their ends: what is unknown is left out, and numbers come back exactly. */
public final class JournalJson {

    private static final Schema<RunHeader> HEADER = Schema.of(RunHeader.class);
    private static final Schema<PlannedCell> CELL = Schema.of(PlannedCell.class);
    private static final Schema<ForkResult> FORK = Schema.of(ForkResult.class);
    private static final String PLANNED = "planned";

    private JournalJson() {}

    /** The header's line. */
    public static byte[] line(RunHeader header) {
        return HEADER.json(header);
    }

    /**
     * The line of a cell that was planned while the run was under way.
     *
     * @param index its position in the plan
     */
    static byte[] line(int index, PlannedCell cell) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("cell", index);
        line.put(PLANNED, CELL.fields(cell));
        return JsonFields.bytes(line);
    }

    /** A fork's line. */
    public static byte[] line(ForkResult fork) {
        return FORK.json(fork);
    }

    /**
     * The header of a line.
     *
     * @throws IllegalArgumentException saying what is wrong with the line
     */
    public static RunHeader header(byte[] line) {
        JsonNode node = JsonFields.object(line);
        int schema = JsonFields.integer(node, "schema");
        if (schema != RunHeader.SCHEMA) {
            throw new IllegalArgumentException("schema " + schema + ", where this version reads " + RunHeader.SCHEMA);
        }
        RunHeader header = HEADER.ofJson(node);
        WholeSetting.requireValid(header.settings());
        Set<CellKey> planned = new HashSet<>();
        for (PlannedCell cell : header.cells()) {
            requireNew(cell, planned);
            WholeSetting.requireValid(cell.settings());
        }
        return header;
    }

    /**
     * Passes if a plan does not have a cell yet.
     *
     * @param planned what names its cells; the cell is added
     * @throws FieldException if it has
     */
    static void requireNew(PlannedCell cell, Set<CellKey> planned) {
        if (!planned.add(cell.key())) {
            throw new FieldException("cells", "has " + cell.key() + " twice");
        }
    }

    /**
     * The cell that a line adds to the plan; empty if it is the line of a fork.
     *
     * @param next its position, if no line is missing
     * @throws IllegalArgumentException saying what is wrong with the line
     */
    static Optional<PlannedCell> planned(byte[] line, int next) {
        JsonNode node = JsonFields.object(line);
        if (!node.has(PLANNED)) {
            return Optional.empty();
        }
        int index = JsonFields.integer(node, "cell");
        if (index != next) {
            throw new IllegalArgumentException("plans cell " + index + ", where the next would be " + next);
        }
        PlannedCell cell = CELL.ofJson(node.get(PLANNED));
        WholeSetting.requireValid(cell.settings());
        return Optional.of(cell);
    }

    /**
     * The fork's result of a line.
     *
     * @throws IllegalArgumentException saying what is wrong with the line
     */
    public static ForkResult fork(byte[] line) {
        return FORK.ofJson(JsonFields.object(line));
    }
}
