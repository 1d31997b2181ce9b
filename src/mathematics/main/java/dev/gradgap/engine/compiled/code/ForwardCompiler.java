package dev.gradgap.engine.compiled.code;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.IALOAD;
import static org.objectweb.asm.Opcodes.ILOAD;

import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Plan;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.MethodVisitor;

/**
 * Generates the code of forward mode. Each nest is written twice: for the iterations whose inputs have no tangents, and
 * for those whose inputs have; a pass runs the second only over the few iterations that read seeded inputs.
 */
public final class ForwardCompiler {

    private static final String PASS = "([D[D[D[D[D[II)V";
    private static final int SLOTS = 1;
    private static final int SLOT_TANGENTS = 3;
    private static final int RANGES = 5;
    private static final int FIRST_SEED = 6;

    private final Plan plan;
    private final int tangents;
    private final int from; // the first nest
    private final int to; // one past the last
    private final GeneratedClass generated = new GeneratedClass(ForwardCode.class);

    private ForwardCompiler(Plan plan, int tangents, int from, int to) {
        this.plan = plan;
        this.tangents = tangents;
        this.from = from;
        this.to = to;
    }

    /**
     * The code, a part a class.
     *
     * @param engines a lookup in the package of the engines, in which the classes are
     */
    public static List<ForwardCode> compile(Plan plan, int tangents, MethodHandles.Lookup engines) {
        return ClassParts.of(plan.nests(), tangents, (from, to) ->
                (ForwardCode) generate(plan, tangents, from, to).load(engines));
    }

    /** The class of the nests from one to before another. */
    static GeneratedClass generate(Plan plan, int tangents, int from, int to) {
        ForwardCompiler compiler = new ForwardCompiler(plan, tangents, from, to);
        compiler.primal();
        compiler.pass();
        return compiler.generated;
    }

    private void nest(String name, String descriptor, Nest nest, TangentChunk chunk, Seeds seeds) {
        boolean[] wanted = new boolean[nest.size()];
        boolean[] stored = new boolean[nest.size()];
        Arrays.fill(wanted, true);
        for (int j = 0; j < stored.length; j++) {
            stored[j] = nest.hasSlot(j);
        }
        generated.helper(name, descriptor, code -> new ForwardEmitter(
                        nest, code, wanted, stored, chunk, plan.slots(), seeds, plan.width())
                .emit());
    }

    private void primal() {
        List<Nest> nests = plan.nests();
        for (int n = from; n < to; n++) {
            nest("primal" + n, ForwardEmitter.VALUES, nests.get(n), TangentChunk.NONE, Seeds.NONE);
        }
        List<Consumer<MethodVisitor>> steps = new ArrayList<>();
        clearSums(steps);
        for (int n = from; n < to; n++) {
            String name = "primal" + n;
            steps.add(code -> {
                arrays(code, 3);
                GeneratedClass.call(code, name, ForwardEmitter.VALUES);
            });
        }
        generated.steps("primal", ForwardEmitter.VALUES, steps);
    }

    private void clearSums(List<Consumer<MethodVisitor>> steps) {
        if (from == 0) {
            steps.add(code -> GeneratedClass.clear(code, SLOTS, 0, plan.sums()));
        }
    }

    private void pass() {
        List<Nest> nests = plan.nests();
        for (int n = from; n < to; n++) {
            chunks("unseeded" + n, nests.get(n), Seeds.NONE);
            if (SeedRanges.readsInputs(nests.get(n))) {
                chunks("seeded" + n, nests.get(n), seeds());
            }
        }
        List<Consumer<MethodVisitor>> steps = new ArrayList<>();
        clearSums(steps);
        for (int t = 0; t < tangents && from == 0; t++) {
            int first = t * plan.slots();
            steps.add(code -> GeneratedClass.clear(code, SLOT_TANGENTS, first, first + plan.sums()));
        }
        for (int n = from; n < to; n++) {
            int index = n;
            steps.add(code -> parts(code, nests.get(index), index));
        }
        generated.steps("pass", PASS, steps);
    }

    private Seeds seeds() {
        return tangents == 1 ? Seeds.DIRECTION : Seeds.ONE_HOT;
    }

    private void chunks(String name, Nest nest, Seeds seeds) {
        for (TangentChunk chunk : TangentChunk.of(nest, tangents, seeds)) {
            nest(name + "tangent" + chunk.first(), ForwardEmitter.TANGENTS, nest, chunk, seeds);
        }
    }

    private void parts(MethodVisitor code, Nest nest, int index) {
        int end = nest.rows > 1 ? nest.rows : nest.count;
        Part all = new Part("unseeded" + index, nest, Seeds.NONE);
        if (SeedRanges.readsInputs(nest)) {
            int from = 2 * index;
            Part seeded = new Part("seeded" + index, nest, seeds());
            call(code, all, () -> code.visitLdcInsn(0), () -> range(code, from));
            call(code, seeded, () -> range(code, from), () -> range(code, from + 1));
            call(code, all, () -> range(code, from + 1), () -> code.visitLdcInsn(end));
        } else {
            call(code, all, () -> code.visitLdcInsn(0), () -> code.visitLdcInsn(end));
        }
    }

    /** The methods of a nest, for iterations whose inputs have tangents or for those whose have none. */
    private record Part(String name, Nest nest, Seeds seeds) {}

    private void call(MethodVisitor code, Part part, Runnable from, Runnable to) {
        for (TangentChunk chunk : TangentChunk.of(part.nest, tangents, part.seeds)) {
            arrays(code, 5);
            from.run();
            to.run();
            code.visitVarInsn(ILOAD, FIRST_SEED);
            GeneratedClass.call(code, part.name + "tangent" + chunk.first(), ForwardEmitter.TANGENTS);
        }
    }

    private static void range(MethodVisitor code, int index) {
        code.visitVarInsn(ALOAD, RANGES);
        code.visitLdcInsn(index);
        code.visitInsn(IALOAD);
    }

    private static void arrays(MethodVisitor code, int count) {
        for (int local = 0; local < count; local++) {
            code.visitVarInsn(ALOAD, local);
        }
    }
}
