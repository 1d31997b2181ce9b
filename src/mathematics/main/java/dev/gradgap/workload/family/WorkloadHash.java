package dev.gradgap.workload.family;

import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.Tracer;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a family computes and where, in a hash. Two revisions with different hashes do not measure the same function. Of the
 * suite's own families it is made from graph and sample point at a few small sizes; of a user's, whose code is only run in
 * forks, from its definition in words.
 */
public final class WorkloadHash {

    private static final int[] SIZES = {2, 16, 256};

    private final MessageDigest digest;

    private WorkloadHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The hash of a family.
     *
     * @param seed of its members
     */
    public static String of(WorkloadFamily family, long seed) {
        WorkloadHash hash = new WorkloadHash();
        if (family instanceof BuiltInFamily) {
            for (int size : SIZES) {
                hash.add(family.create(Math.max(family.minInputs(), Math.min(family.maxInputs(), size)), seed));
            }
        } else {
            hash.add(family.definition());
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(Workload workload) {
        add(workload.function());
        for (double x : workload.point()) {
            add(Double.doubleToLongBits(x));
        }
    }

    private void add(DifferentiableFunction function) {
        Graph graph = Tracer.trace(function);
        add(graph.inputs());
        for (int c = 0; c < graph.constants(); c++) {
            add(Double.doubleToLongBits(graph.constant(c)));
        }
        for (int k = 0; k < graph.operations(); k++) {
            Operation operation = graph.operation(k);
            add(operation.name());
            add(graph.first(k));
            add(graph.second(k));
        }
        for (int j = 0; j < graph.outputs(); j++) {
            add(graph.output(j));
        }
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }
}
