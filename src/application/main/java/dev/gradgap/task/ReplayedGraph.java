package dev.gradgap.task;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.graph.Linearization;
import dev.gradgap.text.UserError;
import dev.gradgap.verify.FaultFile;
import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A graph from a file, to verify engines on: a family with one member. The right derivatives are those of a
 * sweep that no engine runs, the interpreter neither, operation after operation.
 */
public final class ReplayedGraph implements WorkloadFamily {

    private static final int MOST_POINTS = 64;

    private final String name;
    private final Graph graph;

    private ReplayedGraph(String name, Graph graph) {
        this.name = name;
        this.graph = graph;
    }

    /**
     * Reads a graph.
     *
     * @throws UserError with the file and the line, if it holds none
     */
    public static ReplayedGraph read(Path file) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new UserError("--graph: " + file + ": a file is needed, this is a directory, a pipe or a device");
            }
            return new ReplayedGraph(file.getFileName().toString(), FaultFile.read(file));
        } catch (NoSuchFileException e) {
            throw new UserError("--graph: " + file + ": no such file", e);
        } catch (IOException e) {
            throw new UserError("--graph: " + file + ": cannot be read: " + UserError.describe(e), e);
        } catch (IllegalArgumentException e) {
            throw new UserError("--graph: " + file + ", " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String family() {
        return "graph";
    }

    @Override
    public String definition() {
        return "f(x) = what the graph in the file computes";
    }

    @Override
    public String source() {
        return "the file";
    }

    @Override
    public int minInputs() {
        return graph.inputs();
    }

    @Override
    public int maxInputs() {
        return graph.inputs();
    }

    @Override
    public int outputs(int inputs) {
        return graph.outputs();
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(graph.operations());
    }

    @Override
    public Workload create(int inputs, long seed) {
        return new Workload(name, new GraphFunction(graph), point(new Seed(seed)));
    }

    /** A random point; where one of the first has finite values and partials throughout, such a point. */
    private double[] point(Seed seed) {
        Linearization linearization = new Linearization(graph);
        double[] x = new double[graph.inputs()];
        for (int attempt = 0; attempt < MOST_POINTS; attempt++) {
            double low = attempt % 2 == 0 ? 0.5 : -1.5; // where logarithms and roots are real; and where not
            for (int i = 0; i < x.length; i++) {
                x[i] = seed.nextDouble(low, 1.5);
            }
            linearization.at(x);
            if (isFinite(linearization)) {
                return x;
            }
        }
        return x;
    }

    private boolean isFinite(Linearization linearization) {
        for (int k = 0; k < graph.operations(); k++) {
            if (!Double.isFinite(linearization.value(graph.firstOperationNode() + k))
                    || !Double.isFinite(linearization.firstPartial(k))
                    || !Double.isFinite(linearization.secondPartial(k))) {
                return false;
            }
        }
        return true;
    }
}
