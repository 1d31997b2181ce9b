package dev.gradgap.results.journal;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import java.util.Map;

/** A planned cell as a test wants it: if it says no more, the gradient by a reverse engine of the graph technology. */
public final class MadeUpCell {

    private final String workload;
    private final int inputs;
    private final String engine;
    private int outputs = 1;
    private Technology technology = Technology.GRAPH;
    private Mode mode = Mode.REVERSE;
    private int tangents = 1;
    private Operator operator = Operator.GRADIENT;
    private boolean sampleAlso;
    private Map<String, String> settings = Map.of();
    private String family = "";

    private MadeUpCell(String workload, int inputs, String engine) {
        this.workload = workload;
        this.inputs = inputs;
        this.engine = engine;
    }

    public static MadeUpCell of(String workload, int inputs, String engine) {
        return new MadeUpCell(workload, inputs, engine);
    }

    public static MadeUpCell like(PlannedCell cell) {
        return of(cell.workload(), cell.inputs(), cell.engine())
                .outputs(cell.outputs())
                .technology(cell.technology())
                .mode(cell.mode())
                .tangents(cell.tangentsPerPass())
                .operator(cell.operator())
                .sampleAlso(cell.sampleAlso())
                .settings(cell.settings())
                .family(cell.family());
    }

    public MadeUpCell outputs(int count) {
        outputs = count;
        return this;
    }

    public MadeUpCell technology(Technology its) {
        technology = its;
        return this;
    }

    public MadeUpCell mode(Mode its) {
        mode = its;
        return this;
    }

    public MadeUpCell tangents(int perPass) {
        tangents = perPass;
        return this;
    }

    public MadeUpCell operator(Operator its) {
        operator = its;
        return this;
    }

    public MadeUpCell sampleAlso(boolean whether) {
        sampleAlso = whether;
        return this;
    }

    public MadeUpCell settings(Map<String, String> own) {
        settings = own;
        return this;
    }

    public MadeUpCell family(String its) {
        family = its;
        return this;
    }

    public PlannedCell planned() {
        String whose = family.isEmpty() ? technology.label() : family;
        return new PlannedCell(
                workload, inputs, outputs, engine, technology, mode, tangents, operator, sampleAlso, settings, whose);
    }
}
