package dev.gradgap.graph.schedule.proof;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.PartialReads;
import dev.gradgap.graph.WrongPlanException;
import dev.gradgap.graph.schedule.program.IntList;
import dev.gradgap.graph.schedule.program.Program;

/**
 * Proves that a program computes what its graph says, values and adjoints, before it is used: translation validation, as
 * part of every preparation. It executes the instructions as the sweeps do, but once, forward, and on node numbers instead
 * of values.
 *
 * <p><b>Values.</b> Every place that can hold a value, flat position or register, belongs to the node whose value was last
 * written there. Each operand of each element has to read the node that the graph's operation has as this operand; the
 * operations have to be all of the graph, each once; in the end, each output has to be where its position says.
 *
 * <p><b>Adjoints.</b> The reverse sweep is the mirror image: an element that reads places forward adds to the adjoints at
 * the same places in reverse, and the element that writes a place forward reads and clears the adjoint there. So between
 * a node's writing and the next one to the same place, exactly those elements read it forward, and add to it in
 * reverse, that the graph says: each edge contributes once, to the adjoint of its node, before that is read. What breaks
 * the symmetry is checked apart: adjoints that are assigned instead of added have to be the first in reverse, so
 * forward the last, and such an operand takes the place from its node, so that any later reader is found to read nothing;
 * registers are not cleared, so that each has to be assigned; inputs are assigned or zeroed; operands with derivatives
 * are flagged as such.
 *
 * <p><b>Values in reverse.</b> What a partial reads has to be still there: a position that only one result is written to,
 * a stored value, or one computed again, at the border of its window, from what is itself still there. What the sweep for
 * adjoints leaves out has to be read only by what it leaves out, and by no partial.
 *
 * <p>Believed are the sweeps themselves, {@link dev.gradgap.graph.schedule.Sweeps}, their groups of single operations, their
 * kernels and {@link PartialReads}, which do not depend on the graph; nothing of what made the program. Time is linear, some
 * 3 to 10 ns an operation; memory, 9 bytes an operation and more while it runs.
 *
 * <p>Source: G. C. Necula, Translation validation for an optimizing compiler, PLDI 2000.
 */
public final class ProgramCheck {

    private final Graph graph;
    private final Program program;
    private final int[] code;
    private final ComputedOperations operations;
    private final FlatOwners flat;
    private final RegisterOwners registers;
    private final OperandCheck operands;
    private final RunCheck runs;
    private final ReductionCheck reductions;
    private final ScalarsCheck scalars;
    private int at; // the instruction being checked

    private ProgramCheck(Graph graph, Program program, int[] listed) {
        this.graph = graph;
        this.program = program;
        code = program.code();
        operations = new ComputedOperations(graph, listed);
        flat = new FlatOwners(program);
        registers = new RegisterOwners(program);
        operands = new OperandCheck(graph, program, operations, flat, registers);
        runs = new RunCheck(program, operations, operands, flat, registers);
        reductions = new ReductionCheck(graph, program, operations, operands, flat);
        scalars = new ScalarsCheck(graph, program, operations, flat);
    }

    /**
     * Checks a program.
     *
     * @param listed which operation each element of the program computes, in its order, and of each reduction the last one
     * @throws WrongPlanException if the program is wrong
     */
    public static void check(Graph graph, Program program, int[] listed) {
        int at = 0;
        try {
            ProgramCheck check = new ProgramCheck(graph, program, listed);
            try {
                check.checkConstants();
                check.checkInstructions();
                check.checkEnds();
            } finally {
                at = check.at;
            }
        } catch (PlanFault | IndexOutOfBoundsException e) {
            throw new WrongPlanException(graph, "instruction " + at / Program.WIDTH + ": " + e.getMessage());
        }
    }

    private void checkConstants() {
        boolean same = program.inputs() == graph.inputs()
                && program.outputs().length == graph.outputs()
                && program.constants().length == graph.constants();
        for (int c = 0; c < graph.constants() && same; c++) {
            same = Double.doubleToRawLongBits(program.constants()[c]) == Double.doubleToRawLongBits(graph.constant(c));
        }
        PlanFault.unless(same, "the program has other inputs, outputs or constants than the graph");
    }

    private void checkInstructions() {
        IntList windows = windowStarts();
        int window = 0;
        boolean inWindow = false;
        for (; at < code.length; at += Program.WIDTH) {
            if (window < windows.size() && windows.get(window) == at) {
                registers.border();
                inWindow = true;
                window++;
            }
            int kind = code[at] & Program.KIND_MASK;
            int n = code[at + Program.LENGTH];
            boolean fits = n >= 1 && n <= Program.REGISTER_LENGTH;
            PlanFault.unless(fits || kind == Program.SCALARS || kind == Program.WINDOW, "a run is too long or empty");
            boolean repeats = (code[at] & Program.REPEATED) != 0;
            PlanFault.unless(
                    !repeats || (inWindow && kind == Program.RUN), "something is repeated outside of a window");
            switch (kind) {
                case Program.RUN -> runs.check(at);
                case Program.REDUCTION -> reductions.check(at);
                case Program.SCALARS -> scalars.check(at);
                default -> {
                    registers.border();
                    inWindow = false;
                }
            }
        }
        registers.border();
        operations.finish();
    }

    /** Where the windows start at whose ends runs are repeated in reverse. */
    private IntList windowStarts() {
        IntList starts = new IntList();
        int end = 0;
        for (int i = 0; i < code.length; i += Program.WIDTH) {
            if ((code[i] & Program.KIND_MASK) == Program.WINDOW) {
                int start = i - code[i + Program.LENGTH] * Program.WIDTH;
                PlanFault.unless(start >= end && start <= i, "windows overlap");
                starts.add(start);
                end = i + Program.WIDTH;
            }
        }
        return starts;
    }

    private void checkEnds() {
        for (int j = 0; j < graph.outputs(); j++) {
            int owner = flat.owner(program.outputs()[j]);
            PlanFault.unless(owner == graph.output(j) || ~owner == graph.output(j), "an output is another node");
        }
        operands.finish(program.inputZeros());
    }
}
