package dev.gradgap.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.engine.Asked;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.builtin.BuiltInEngines;
import dev.gradgap.engine.reverse.OverloadingReverse;
import dev.gradgap.graph.GraphFunction;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.family.BuiltInWorkloads;
import dev.gradgap.workload.family.FamilyPrimal;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** The plain primals of the suite's own families are code that nobody wrote for this: passed through, they have the families' gradients. */
final class EveryPlainPrimalTest {

    private static final double AGREEMENT = 1e-12;
    private static final int SIZE = 12;
    private static final long SEED = 1;

    /** All but those whose primal interprets a graph: by loops copied from class files, which are read by their names. */
    static Stream<WorkloadFamily> families() {
        return new BuiltInWorkloads().families().stream().filter(family -> {
            Workload member = family.create(family.minInputs(), SEED);
            return !(member.function() instanceof GraphFunction)
                    && member.function().plain().isPresent();
        });
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyEngineHasTheGradientOfTheFamily(WorkloadFamily family) throws IOException, URISyntaxException {
        System.setProperty("primal.family", family.name());
        Map<String, byte[]> classes = renamedClasses();
        PlainMethod method = PlainMethods.named(classes, "renamed/workload/family/FamilyPrimal", "primal");
        PlainProgram program = new PlainProgram(classes, method, getClass().getClassLoader());
        PlainFamily plain = new PlainFamily(family.name(), "the suite", program, Optional.empty());
        int n = Math.max(family.minInputs(), Math.min(family.maxInputs(), SIZE));
        Workload own = family.create(n, SEED);
        double[] expected = new double[n * own.outputs()];
        new OverloadingReverse().prepare(own.function()).jacobian(own.point(), expected);
        Workload workload = plain.create(n, SEED);
        for (Engine engine : new BuiltInEngines().engines()) {
            if (engine.technology() != Technology.REFERENCE
                    && engine.refusal(workload.function()).isEmpty()) {
                try {
                    double[] jacobian = new double[expected.length];
                    Asked.prepare(engine, workload.function()).jacobian(own.point(), jacobian);
                    assertClose(jacobian, expected, engine.name());
                } catch (RefusedException e) {
                    assertThat(engine.technology()).isEqualTo(Technology.COMPILED);
                }
            }
        }
    }

    private static void assertClose(double[] actual, double[] expected, String engine) {
        double largest = 0;
        for (double derivative : expected) {
            largest = Math.max(largest, Math.abs(derivative));
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("%s: element %d is %s, not %s", engine, i, actual[i], expected[i])
                    .isLessThanOrEqualTo(AGREEMENT * largest);
        }
    }

    /** The rooms of functions and workloads under another name: a user's classes, which nothing else of the program knows. */
    private static Map<String, byte[]> renamedClasses() throws IOException, URISyntaxException {
        Map<String, byte[]> classes = new HashMap<>();
        for (Class<?> one : new Class<?>[] {BuiltInWorkloads.class, FamilyPrimal.class}) {
            Path root = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            for (String room : new String[] {"dev/gradgap/function", "dev/gradgap/workload", "dev/gradgap/graph"}) {
                if (Files.exists(root.resolve(room))) {
                    try (Stream<Path> files = Files.walk(root.resolve(room))) {
                        for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                                .toList()) {
                            add(Files.readAllBytes(file), classes);
                        }
                    }
                }
            }
        }
        return classes;
    }

    private static void add(byte[] bytes, Map<String, byte[]> classes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(0);
        Remapper renaming = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String name) {
                return name.matches("dev/gradgap/(function|workload|graph)/.*")
                        ? name.replace("dev/gradgap/", "renamed/")
                        : name;
            }
        };
        reader.accept(new ClassRemapper(writer, renaming), 0);
        classes.put(renaming.map(reader.getClassName()), writer.toByteArray());
    }
}
