package dev.gradgap.report.finding;

import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.Technology;
import dev.gradgap.results.Cell;
import dev.gradgap.results.Check;
import dev.gradgap.results.Gap;
import dev.gradgap.results.Memory;
import dev.gradgap.results.Method;
import dev.gradgap.results.RunResults;
import dev.gradgap.results.Status;
import dev.gradgap.results.Timing;
import dev.gradgap.statistics.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A made-up row of cells.csv: the gradient of a function of as many operations as inputs, by a graph engine. */
public final class SampleCell {

    private final String workload;
    private final int inputs;
    private String engine = "graph-reverse";
    private Technology technology = Technology.GRAPH;
    private Mode mode = Mode.REVERSE;
    private Operator operator = Operator.GRADIENT;
    private Status status = Status.OK;
    private Method method = Method.MEASURED;
    private int outputs = 1;
    private long operations;
    private long passes = 1;
    private Interval time = Interval.unknown(1);
    private OptionalLong live = OptionalLong.empty();
    private OptionalLong tape = OptionalLong.empty();

    private SampleCell(String workload, int inputs) {
        this.workload = workload;
        this.inputs = inputs;
        operations = inputs;
    }

    public static SampleCell of(String workload, int inputs) {
        return new SampleCell(workload, inputs);
    }

    public SampleCell engine(String name, Technology ofTechnology, Mode ofMode) {
        engine = name;
        technology = ofTechnology;
        mode = ofMode;
        return this;
    }

    public SampleCell engine(String name) {
        return engine(name, Technology.GRAPH, Mode.REVERSE);
    }

    public SampleCell operator(Operator what) {
        operator = what;
        return this;
    }

    public SampleCell outputs(int count) {
        outputs = count;
        operator = count > 1 ? Operator.JACOBIAN : Operator.GRADIENT;
        return this;
    }

    public SampleCell visits(long ofOperations, long inPasses) {
        operations = ofOperations;
        passes = inPasses;
        return this;
    }

    public SampleCell ns(double nanoseconds) {
        time = new Interval(nanoseconds, 0.9 * nanoseconds, 1.1 * nanoseconds);
        return this;
    }

    public SampleCell bytes(long liveBytes, long tapeBytes) {
        live = OptionalLong.of(liveBytes);
        tape = OptionalLong.of(tapeBytes);
        return this;
    }

    public SampleCell sampled() {
        method = Method.SAMPLED;
        return this;
    }

    public SampleCell failed() {
        status = Status.FAILED;
        return this;
    }

    public Cell cell() {
        boolean ok = status == Status.OK;
        return new Cell(
                workload,
                inputs,
                outputs,
                OptionalLong.of(operations),
                engine,
                technology,
                mode,
                operator,
                status,
                ok ? Optional.of(method) : Optional.empty(),
                OptionalLong.of(passes),
                new Timing(
                        ok ? Optional.of(time) : Optional.empty(),
                        3,
                        9,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()),
                Memory.found(tape, OptionalLong.empty(), live),
                new Check(ok, OptionalDouble.empty()),
                "",
                technology.label());
    }

    /** Results with these cells. */
    public static RunResults results(List<SampleCell> cells, List<Gap> gaps) {
        return new RunResults(
                cells.stream().map(SampleCell::cell).toList(), gaps, List.of(), List.of(), List.of(), List.of());
    }

    public static RunResults results(List<SampleCell> cells) {
        return results(cells, List.of());
    }
}
