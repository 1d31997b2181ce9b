package dev.gradgap.verify.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.family.BuiltInWorkloads;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ways to differentiate a function of the suite agree, whatever the seed: or else nothing could be verified on it. */
@Tag("thorough")
final class RecordingsAgreeTest {

    private static final int SEEDS = 4;
    private static final int[] SIZES = {1, 2, 3, 8, 33, 100};

    /** Of the point; at a million times of it many a function is noise. */
    private static final double[] FACTORS = {1, 1e-6};

    @Test
    void noMethodContradictsAnother() {
        List<String> problems = new ArrayList<>();
        for (WorkloadFamily family : new BuiltInWorkloads().families()) {
            for (int size : SIZES) {
                int inputs = Math.max(family.minInputs(), Math.min(family.maxInputs(), size));
                for (int seed = 1; seed <= SEEDS; seed++) {
                    for (double factor : FACTORS) {
                        Workload workload = family.create(inputs, seed);
                        for (int i = 0; i < inputs; i++) {
                            workload.point()[i] *= factor;
                        }
                        String problem = Expectations.record(workload, seed).problem();
                        if (!problem.isEmpty()) {
                            problems.add(family.name() + " " + inputs + " seed " + seed + " times " + factor + ": "
                                    + problem);
                        }
                    }
                }
            }
        }
        assertThat(problems).isEmpty();
    }
}
