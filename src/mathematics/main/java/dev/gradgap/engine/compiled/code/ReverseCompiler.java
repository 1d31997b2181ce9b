package dev.gradgap.engine.compiled.code;

import static org.objectweb.asm.Opcodes.ALOAD;

import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.compiled.plan.ReversePlan;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.objectweb.asm.MethodVisitor;

/** Generates the code of reverse mode. */
public final class ReverseCompiler {

    private static final String SWEEP = "([D[D[D[D[D)V";
    private static final int SLOTS = 1;
    private static final int INPUT_ADJOINTS = 4;

    private final Plan plan;
    private final ReversePlan reverse;
    private final int from; // the first nest
    private final int to; // one past the last
    private final GeneratedClass generated = new GeneratedClass(ReverseCode.class);

    private ReverseCompiler(Plan plan, ReversePlan reverse, int from, int to) {
        this.plan = plan;
        this.reverse = reverse;
        this.from = from;
        this.to = to;
    }

    /**
     * The code, a part a class.
     *
     * @param engines a lookup in the package of the engines, in which the classes are
     */
    public static List<ReverseCode> compile(Plan plan, ReversePlan reverse, MethodHandles.Lookup engines) {
        return ClassParts.of(plan.nests(), 0, (from, to) ->
                (ReverseCode) generate(plan, reverse, from, to).load(engines));
    }

    /** The class of the nests from one to before another. */
    static GeneratedClass generate(Plan plan, ReversePlan reverse, int from, int to) {
        ReverseCompiler compiler = new ReverseCompiler(plan, reverse, from, to);
        compiler.forward("primal", false, false);
        compiler.forward("record", true, false);
        compiler.forward("prepareGradient", true, true);
        compiler.sweep();
        return compiler.generated;
    }

    private void forward(String name, boolean keepAll, boolean gradient) {
        List<Nest> nests = plan.nests();
        boolean[] present = new boolean[nests.size()];
        for (int n = from; n < to; n++) {
            Nest nest = nests.get(n);
            boolean[] wanted = new boolean[nest.size()];
            boolean[] stored = new boolean[nest.size()];
            for (int j = 0; j < wanted.length; j++) {
                wanted[j] = !gradient || reverse.gradientItems(n)[j];
                stored[j] =
                        wanted[j] && nest.hasSlot(j) && (keepAll || nest.slot(j).base() < plan.slots());
                present[n] |= wanted[j];
            }
            if (present[n]) {
                generated.helper(name + n, ForwardEmitter.VALUES, code -> new ForwardEmitter(
                                nest, code, wanted, stored, TangentChunk.NONE, plan.slots(), Seeds.NONE, plan.width())
                        .emit());
            }
        }
        List<Consumer<MethodVisitor>> steps = new ArrayList<>();
        if (from == 0) {
            steps.add(code -> GeneratedClass.clear(code, SLOTS, 0, plan.sums()));
        }
        for (int n = from; n < to; n++) {
            if (present[n]) {
                String helper = name + n;
                steps.add(code -> call(code, helper, ForwardEmitter.VALUES, 3));
            }
        }
        generated.steps(name, ForwardEmitter.VALUES, steps);
    }

    private void sweep() {
        List<Nest> nests = plan.nests();
        for (int n = to - 1; n >= from; n--) {
            int index = n;
            Optional<Operand> assigned = reverse.assigned(n);
            generated.helper("sweep" + n, ReverseEmitter.DESCRIPTOR, code -> new ReverseEmitter(
                            nests.get(index), code, reverse.needs(index), plan.slots(), assigned, plan.width())
                    .emit());
        }
        List<Consumer<MethodVisitor>> steps = new ArrayList<>();
        if (to == nests.size()) { // which the sweep begins with
            for (ReversePlan.Gap gap : reverse.gaps()) {
                steps.add(code -> GeneratedClass.clear(code, INPUT_ADJOINTS, gap.from(), gap.to()));
            }
        }
        for (int n = to - 1; n >= from; n--) {
            String helper = "sweep" + n;
            steps.add(code -> call(code, helper, ReverseEmitter.DESCRIPTOR, 5));
        }
        generated.steps("sweep", SWEEP, steps);
    }

    /** Calls a nest's method with a step's own arguments. */
    private static void call(MethodVisitor code, String name, String descriptor, int arguments) {
        for (int local = 0; local < arguments; local++) {
            code.visitVarInsn(ALOAD, local);
        }
        GeneratedClass.call(code, name, descriptor);
    }
}
