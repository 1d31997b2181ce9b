package dev.gradgap.cli.option;

import dev.gradgap.catalog.Sizes;
import dev.gradgap.function.Branching;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.task.Members;
import dev.gradgap.task.PointFile;
import dev.gradgap.text.UserError;
import dev.gradgap.verify.recording.PointDependence;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which member of a family, and at which point: the options of the commands that look at a single one. */
public final class PointOptions {

    @Option(
            names = "--inputs",
            paramLabel = "N",
            description = "The number of inputs; if not given, as many as --at has numbers, or else the smallest.")
    private Optional<String> inputs = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "FILE",
            description = "The point: numbers separated by white space or commas; if not given, the workload's own.")
    private Optional<Path> at = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides the workload's point and its data; 1 if not given.")
    private long seed = Members.DEFAULT_SEED;

    public long seed() {
        return seed;
    }

    /** The file that holds the point, if it is not the workload's own. */
    public Optional<Path> file() {
        return at;
    }

    /** How the operations of a member's function depend on the point, if they do; at its own point, wherever it is used. */
    public Optional<String> dependence(WorkloadFamily family, Workload member) {
        return PointDependence.of(Members.create(family, member.inputs(), seed));
    }

    /** The member of a family that the options choose, at the point they choose. */
    public Workload member(WorkloadFamily family) {
        return member(family, family.minInputs());
    }

    /** As above, with a number of inputs if the options choose none. */
    public Workload member(WorkloadFamily family, int otherwise) {
        Optional<Integer> size = inputs.map(text -> Sizes.parseOne("--inputs", text));
        size.ifPresent(n -> Members.checkSize(family, n));
        if (at.isEmpty()) {
            return Members.create(family, size.orElse(otherwise), seed);
        }
        double[] point = PointFile.read(at.get(), size.orElse(family.maxInputs()));
        int n = size.orElse(point.length);
        if (n != point.length || !Members.isInRange(family, n)) {
            throw new UserError(
                    "--at: " + at.get() + " has " + point.length + (point.length == 1 ? " number" : " numbers")
                            + ", but workload " + family.name() + " needs "
                            + size.map(String::valueOf).orElseGet(() -> Members.range(family)));
        }
        DifferentiableFunction function = Members.create(family, n, seed).function();
        return new Workload(
                family.name(), function instanceof Branching branching ? branching.from(point) : function, point);
    }
}
