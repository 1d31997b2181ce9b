package dev.gradgap.engine.compiled.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.Vectors;
import dev.gradgap.engine.compiled.Traced;
import dev.gradgap.engine.compiled.maker.Contraction;
import dev.gradgap.engine.compiled.maker.Planner;
import dev.gradgap.engine.compiled.plan.Items;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.compiled.plan.ReversePlan;
import dev.gradgap.graph.Tracer;
import dev.gradgap.workload.WorkloadFamily;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;

@Tag("thorough")
class GeneratedMethodsTest {

    /** HotSpot's HugeMethodLimit: it does not compile larger methods. */
    private static final int LARGEST_METHOD = 8000;

    private static final int LONGEST_STRAIGHT = 60;
    private static final int[] SIZES = {3, 37, 100, 300, 1000, 4096};
    private static final int[] CHUNKS = {1, 4, 8, 16};

    static Stream<Named<WorkloadFamily>> families() {
        return Traced.families().stream().map(family -> Named.of(family.name(), family));
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyMethodIsSmallEnoughToBeCompiled(WorkloadFamily family) {
        for (int inputs : SIZES) {
            if (inputs >= family.minInputs() && inputs <= family.maxInputs()) {
                Items items =
                        Contraction.of(Tracer.trace(family.create(inputs, 1).function()));
                plan(items, LONGEST_STRAIGHT, true)
                        .ifPresent(plan -> assertReverseSmall(plan, inputs + " inputs, reverse"));
                for (int chunk : CHUNKS) {
                    plan(items, Math.max(4, LONGEST_STRAIGHT / chunk), false)
                            .ifPresent(plan -> assertForwardSmall(plan, chunk, inputs + " inputs, forward-" + chunk));
                }
            }
        }
    }

    private static Optional<Plan> plan(Items items, int longestStraight, boolean products) {
        try {
            return Optional.of(Planner.plan(items, longestStraight, products, Vectors.width()));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private static void assertReverseSmall(Plan plan, String what) {
        ReversePlan reverse = new ReversePlan(plan);
        ClassParts.of(plan.nests(), 0, (from, to) -> {
            assertSmall(ReverseCompiler.generate(plan, reverse, from, to), what);
            return to;
        });
    }

    private static void assertForwardSmall(Plan plan, int tangents, String what) {
        ClassParts.of(plan.nests(), tangents, (from, to) -> {
            assertSmall(ForwardCompiler.generate(plan, tangents, from, to), what);
            return to;
        });
    }

    private static void assertSmall(GeneratedClass generated, String what) {
        assertThat(methodSizes(generated.toBytes())).as(what).isNotEmpty().allSatisfy((method, size) -> assertThat(size)
                .as(method)
                .isBetween(1, LARGEST_METHOD));
    }

    /** The bytes of code of every method; source: Java Virtual Machine Specification, sec. 4.6 and 4.7.3. */
    private static Map<String, Integer> methodSizes(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        char[] buffer = new char[reader.getMaxStringLength()];
        Map<String, Integer> sizes = new TreeMap<>();
        int at = reader.header + 6;
        at += 2 + 2 * reader.readUnsignedShort(at); // interfaces
        assertThat(reader.readUnsignedShort(at)).as("fields").isZero();
        int methods = reader.readUnsignedShort(at + 2);
        at += 4;
        for (int method = 0; method < methods; method++) {
            String name = reader.readUTF8(at + 2, buffer);
            int attributes = reader.readUnsignedShort(at + 6);
            at += 8;
            for (int attribute = 0; attribute < attributes; attribute++) {
                if (reader.readUTF8(at, buffer).equals("Code")) {
                    sizes.put(name, reader.readInt(at + 10));
                }
                at += 6 + reader.readInt(at + 2);
            }
        }
        return sizes;
    }
}
