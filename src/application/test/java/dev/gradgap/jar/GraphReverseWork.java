package dev.gradgap.jar;

/** A class for plug-ins whose engines do the work of {@code graph-reverse}, with something beside it. */
final class GraphReverseWork {

    /** Its name in the plug-in. */
    static final String NAME = "work.GraphReverseWork";

    static final String SOURCE = """
            package work;

            import dev.gradgap.engine.ReverseDifferentiator;
            import dev.gradgap.engine.reverse.GraphReverse;
            import dev.gradgap.function.DifferentiableFunction;

            public class GraphReverseWork implements ReverseDifferentiator {
                private final ReverseDifferentiator work;

                public GraphReverseWork(DifferentiableFunction function) { work = new GraphReverse().prepare(function); }
                @Override public int inputs() { return work.inputs(); }
                @Override public int outputs() { return work.outputs(); }
                @Override public int passes() { return work.passes(); }
                @Override public void primal(double[] x, double[] y) { work.primal(x, y); }
                @Override public void record(double[] x, double[] y) { work.record(x, y); }
                @Override public void sweep(double[] weights, double[] adjoints) { work.sweep(weights, adjoints); }
                @Override public void jacobian(double[] x, double[] jacobian) { work.jacobian(x, jacobian); }
            }
            """;

    private GraphReverseWork() {}
}
