package dev.gradgap.engine.compiled;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.IALOAD;
import static org.objectweb.asm.Opcodes.ILOAD;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.MethodVisitor;

/**
 * Generates the code of forward mode. Each nest is written twice: for the iterations whose inputs have no tangents, and
 * for those whose inputs have; a pass runs the second only over the few iterations that read seeded inputs.
 */
final class ForwardCompiler {

    private static final String PASS = "([D[D[D[D[D[II)V";
    private static final int SLOTS = 1;
    private static final int SLOT_TANGENTS = 3;
    private static final int RANGES = 5;
    private static final int FIRST_SEED = 6;

    private final Plan plan;
    private final int tangents;
    private final GeneratedClass generated = new GeneratedClass(ForwardCode.class);

    private ForwardCompiler(Plan plan, int tangents) {
        this.plan = plan;
        this.tangents = tangents;
    }

    static ForwardCode compile(Plan plan, int tangents) {
        return (ForwardCode) generate(plan, tangents).load();
    }

    static GeneratedClass generate(Plan plan, int tangents) {
        ForwardCompiler compiler = new ForwardCompiler(plan, tangents);
        compiler.primal();
        compiler.pass();
        return compiler.generated;
    }

    private void nest(String name, String descriptor, Nest nest, int carried, Seeds seeds) {
        boolean[] wanted = new boolean[nest.size()];
        boolean[] stored = new boolean[nest.size()];
        Arrays.fill(wanted, true);
        for (int j = 0; j < stored.length; j++) {
            stored[j] = nest.hasSlot(j);
        }
        generated.helper(
                name, descriptor, code -> new ForwardEmitter(nest, code, wanted, stored, carried, plan.slots(), seeds)
                        .emit());
    }

    private void primal() {
        List<Nest> nests = plan.nests();
        for (int n = 0; n < nests.size(); n++) {
            nest("primal" + n, ForwardEmitter.VALUES, nests.get(n), 0, Seeds.NONE);
        }
        List<Consumer<MethodVisitor>> steps = new ArrayList<>();
        steps.add(code -> GeneratedClass.clear(code, SLOTS, 0, plan.sums()));
        for (int n = 0; n < nests.size(); n++) {
            String name = "primal" + n;
            steps.add(code -> {
                arrays(code, 3);
                GeneratedClass.call(code, name, ForwardEmitter.VALUES);
            });
        }
        generated.steps("primal", ForwardEmitter.VALUES, steps);
    }

    private void pass() {
        List<Nest> nests = plan.nests();
        Seeds seeds = tangents == 1 ? Seeds.DIRECTION : Seeds.ONE_HOT;
        for (int n = 0; n < nests.size(); n++) {
            nest("unseeded" + n, ForwardEmitter.TANGENTS, nests.get(n), tangents, Seeds.NONE);
            if (SeedRanges.readsInputs(nests.get(n))) {
                nest("seeded" + n, ForwardEmitter.TANGENTS, nests.get(n), tangents, seeds);
            }
        }
        List<Consumer<MethodVisitor>> steps = new ArrayList<>();
        steps.add(code -> GeneratedClass.clear(code, SLOTS, 0, plan.sums()));
        for (int t = 0; t < tangents; t++) {
            int first = t * plan.slots();
            steps.add(code -> GeneratedClass.clear(code, SLOT_TANGENTS, first, first + plan.sums()));
        }
        for (int n = 0; n < nests.size(); n++) {
            int index = n;
            steps.add(code -> parts(code, nests.get(index), index));
        }
        generated.steps("pass", PASS, steps);
    }

    private static void parts(MethodVisitor code, Nest nest, int index) {
        int end = nest.rows > 1 ? nest.rows : nest.count;
        if (SeedRanges.readsInputs(nest)) {
            int from = 2 * index;
            part(code, "unseeded" + index, () -> code.visitLdcInsn(0), () -> range(code, from));
            part(code, "seeded" + index, () -> range(code, from), () -> range(code, from + 1));
            part(code, "unseeded" + index, () -> range(code, from + 1), () -> code.visitLdcInsn(end));
        } else {
            part(code, "unseeded" + index, () -> code.visitLdcInsn(0), () -> code.visitLdcInsn(end));
        }
    }

    private static void part(MethodVisitor code, String name, Runnable from, Runnable to) {
        arrays(code, 5);
        from.run();
        to.run();
        code.visitVarInsn(ILOAD, FIRST_SEED);
        GeneratedClass.call(code, name, ForwardEmitter.TANGENTS);
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
