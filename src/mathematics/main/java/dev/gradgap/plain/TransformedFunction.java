package dev.gradgap.plain;

import dev.gradgap.function.Arithmetic;
import dev.gradgap.function.Branching;
import dev.gradgap.function.Inputs;
import dev.gradgap.function.Outputs;
import dev.gradgap.function.Path;
import dev.gradgap.function.PlainFunction;
import java.util.Optional;

/** A function in plain Java on any numbers. Its plain form is the user's own method, untouched. */
final class TransformedFunction implements Branching {

    private final PlainProgram program;
    private final double[] point;
    private final int outputs;
    private Optional<Path> path = Optional.empty();

    /**
     * A function of a program.
     *
     * @param point where it is recorded, if nothing else says where; as long as there are inputs
     */
    TransformedFunction(PlainProgram program, double[] point, int outputs) {
        this.program = program;
        this.point = point.clone();
        this.outputs = outputs;
    }

    @Override
    public int inputs() {
        return point.length;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y) {
        evaluate(a, x, y, null);
    }

    @SuppressWarnings("unchecked") // transformed code knows objects only
    <T> void evaluate(Arithmetic<T> a, Inputs<T> x, Outputs<T> y, Decisions decisions) {
        program.evaluate((Arithmetic<Object>) a, (Inputs<Object>) x, (Outputs<Object>) y, outputs, decisions);
    }

    @Override
    public Optional<PlainFunction> plain() {
        return Optional.of(program.original());
    }

    @Override
    public Branching from(double[] x) {
        return new TransformedFunction(program, x, outputs);
    }

    @Override
    public synchronized Path path() {
        Path known = path.orElseGet(() -> path(point));
        path = Optional.of(known);
        return known;
    }

    @Override
    public Path path(double[] x) {
        return new RecordedPath(this, x.clone(), recorded(x, false).path());
    }

    /** The decisions at a point. */
    Recorder recorded(double[] x, boolean withPlaces) {
        Recorder recorder = new Recorder(withPlaces);
        Inputs<ValueArithmetic.Value> values = new Inputs<>() {
            @Override
            public int size() {
                return x.length;
            }

            @Override
            public ValueArithmetic.Value get(int i) {
                return new ValueArithmetic.Value(x[i]);
            }
        };
        evaluate(new ValueArithmetic(), values, (j, value) -> {}, recorder);
        return recorder;
    }
}
