package dev.gradgap.engine.compiled;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.IALOAD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.MethodVisitor;

/**
 * Generates the code of forward mode. Each nest is written twice: for the iterations whose inputs have no tangents, and
 * for those whose inputs have; a pass runs the second only over the few iterations that read seeded inputs.
 */
final class ForwardCompiler {

    private static final String PASS = "([D[D[D[D[D[II)V";
    private static final int SLOT_TANGENTS = 4;
    private static final int RANGES = 6;
    private static final int FIRST_SEED = 7;

    private final Plan plan;
    private final int tangents;
    private final GeneratedClass generated = new GeneratedClass(ForwardCode.class);

    private ForwardCompiler(Plan plan, int tangents) {
        this.plan = plan;
        this.tangents = tangents;
    }

    static ForwardCode compile(Plan plan, int tangents) {
        ForwardCompiler compiler = new ForwardCompiler(plan, tangents);
        compiler.primal();
        compiler.pass();
        return (ForwardCode) compiler.generated.load();
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
        generated.method("primal", ForwardEmitter.VALUES, code -> {
            GeneratedClass.clear(code, 2, 0, plan.sums());
            for (int n = 0; n < nests.size(); n++) {
                arrays(code, 3);
                GeneratedClass.call(code, "primal" + n, ForwardEmitter.VALUES);
            }
            code.visitInsn(RETURN);
        });
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
        generated.method("pass", PASS, code -> {
            GeneratedClass.clear(code, 2, 0, plan.sums());
            for (int t = 0; t < tangents; t++) {
                GeneratedClass.clear(code, SLOT_TANGENTS, t * plan.slots(), t * plan.slots() + plan.sums());
            }
            for (int n = 0; n < nests.size(); n++) {
                Nest nest = nests.get(n);
                int end = nest.rows > 1 ? nest.rows : nest.count;
                if (SeedRanges.readsInputs(nest)) {
                    int from = 2 * n;
                    part(code, "unseeded" + n, () -> code.visitLdcInsn(0), () -> range(code, from));
                    part(code, "seeded" + n, () -> range(code, from), () -> range(code, from + 1));
                    part(code, "unseeded" + n, () -> range(code, from + 1), () -> code.visitLdcInsn(end));
                } else {
                    part(code, "unseeded" + n, () -> code.visitLdcInsn(0), () -> code.visitLdcInsn(end));
                }
            }
            code.visitInsn(RETURN);
        });
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
        for (int local = 1; local <= count; local++) {
            code.visitVarInsn(ALOAD, local);
        }
    }
}
