package dev.gradgap.workload;

import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.Tracer;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a family computes and where, in a hash: its graph and its sample point at a few small sizes. Two revisions with
 * different hashes do not measure the same function.
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
     * The hash of a family; empty if its function cannot be traced.
     *
     * @param seed of its members
     */
    public static Optional<String> of(WorkloadFamily family, long seed) {
        WorkloadHash hash = new WorkloadHash();
        try {
            for (int size : SIZES) {
                int inputs = Math.max(family.minInputs(), Math.min(family.maxInputs(), size));
                Workload workload = family.create(inputs, seed);
                hash.add(workload.function());
                for (double x : workload.point()) {
                    hash.add(Double.doubleToLongBits(x));
                }
            }
        } catch (RuntimeException e) {
            return Optional.empty(); // a function of others; measuring it will say what is wrong
        }
        return Optional.of(HexFormat.of().formatHex(hash.digest.digest()));
    }

    private void add(DifferentiableFunction function) {
        Graph graph = Tracer.trace(function);
        add(graph.inputs());
        for (int c = 0; c < graph.constants(); c++) {
            add(Double.doubleToLongBits(graph.constant(c)));
        }
        for (int k = 0; k < graph.operations(); k++) {
            Operation operation = graph.operation(k);
            digest.update(operation.name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            add(graph.first(k));
            add(graph.second(k));
        }
        for (int j = 0; j < graph.outputs(); j++) {
            add(graph.output(j));
        }
    }

    private void add(long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }
}
