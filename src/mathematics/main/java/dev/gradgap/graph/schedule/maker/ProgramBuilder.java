package dev.gradgap.graph.schedule.maker;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.schedule.program.ByteList;
import dev.gradgap.graph.schedule.program.Groups;
import dev.gradgap.graph.schedule.program.IntList;
import dev.gradgap.graph.schedule.program.Program;
import java.util.List;

/** Writes the runs of one window after another as instructions. */
final class ProgramBuilder {

    private final Graph graph;
    private final Places places;
    private final IntList code = new IntList();
    private final IntList indices = new IntList();
    private final ByteList scalarGroups = new ByteList();
    private final IntList scalarOperands = new IntList();
    private final int[] operations; // as in MadeProgram
    private int listed;

    ProgramBuilder(Graph graph, Places places) {
        this.graph = graph;
        operations = new int[graph.operations()];
        this.places = places;
    }

    /** Appends a window whose results have been placed. */
    void append(WindowRuns window) {
        List<Run> runs = window.runs();
        int begin = code.size();
        for (Run run : runs) {
            list(window, run);
            if (run.kind == Program.SCALARS) {
                scalars(window, run);
            } else {
                instruction(window, run);
            }
        }
        assignRegisters(runs, begin);
        if (runs.stream().anyMatch(run -> run.repeated)) {
            code.add(Program.WINDOW);
            code.add(runs.size());
            none();
            none();
            none();
        }
    }

    private void list(WindowRuns window, Run run) {
        if (run.kind == Program.REDUCTION) {
            operations[listed++] = run.lastOperation;
        } else {
            window.copyOperations(run, operations, listed);
            listed += run.length;
        }
    }

    private void scalars(WindowRuns window, Run run) {
        int length = 0;
        code.add(Program.SCALARS);
        code.add(run.length);
        code.add(scalarGroups.size());
        code.add(scalarOperands.size());
        for (int i = 0; i < run.length; i++) {
            int k = window.operation(run, i);
            scalarOperands.add(places.flat(graph.first(k)));
            if (graph.operation(k).arity() == 2) {
                scalarOperands.add(places.flat(graph.second(k)));
            }
            length++;
            boolean last = i + 1 == run.length || graph.code(window.operation(run, i + 1)) != graph.code(k);
            if (last || length == Groups.LONGEST) {
                Groups.append(scalarGroups, graph.code(k), length);
                length = 0;
            }
        }
        code.add(scalarOperands.size());
        code.add(Program.NONE);
        code.add(scalarGroups.size());
        code.add(0);
        code.add(Program.FLAT);
        code.add(places.flat(graph.firstOperationNode() + window.operation(run, 0)));
        code.add(1);
    }

    private void instruction(WindowRuns window, Run run) {
        code.add(run.kind | (run.repeated ? Program.REPEATED : 0) | run.operation.code() << Program.KIND_BITS);
        code.add(run.length);
        operand(window, run, run.first, false);
        if (run.kind == Program.REDUCTION) {
            begin(window, run.second);
        } else {
            operand(window, run, run.second, true);
        }
        if (run.register >= 0) {
            code.add(Program.REGISTER);
            code.add(run.register);
            code.add(run.stored);
        } else {
            code.add(Program.FLAT);
            code.add(run.flat);
            code.add(1);
        }
    }

    private void operand(WindowRuns window, Run run, Operand operand, boolean second) {
        if (operand.equals(Operand.NONE)) {
            none();
            return;
        }
        int active = Run.active(operand) ? Program.ACTIVE : 0;
        if (!operand.isRegular()) {
            code.add(Program.INDEXED | active);
            code.add(indices.size());
            code.add(0);
            for (int i = 0; i < run.length; i++) {
                indices.add(places.flat(window.operand(run, second, i)));
            }
        } else if (operand.source() == Operand.INPUTS) {
            code.add(Program.INPUT | active);
            code.add(operand.start());
            code.add(operand.stride());
        } else if (operand.isRun() && window.runs().get(operand.source()).register >= 0) {
            Run source = window.runs().get(operand.source());
            code.add(Program.REGISTER | active);
            code.add(source.register);
            code.add(source.stored);
        } else {
            code.add(Program.FLAT | active);
            code.add(flatStart(window, operand));
            code.add(operand.stride());
        }
    }

    private static int flatStart(WindowRuns window, Operand operand) {
        return operand.isRun() ? window.runs().get(operand.source()).flat + operand.start() : operand.start();
    }

    /** The node that a reduction begins with: a flat position, which an input has only if it is copied there. */
    private void begin(WindowRuns window, Operand operand) {
        if (operand.equals(Operand.NONE)) {
            none();
            return;
        }
        code.add(Program.FLAT | (Run.active(operand) ? Program.ACTIVE : 0));
        code.add(operand.source() == Operand.INPUTS ? ~operand.start() : flatStart(window, operand));
        code.add(0);
    }

    private void none() {
        code.add(Program.NONE);
        code.add(0);
        code.add(0);
    }

    /** Marks the operands through which the reverse sweep first touches the adjoints in a register. */
    private void assignRegisters(List<Run> runs, int begin) {
        for (int r = runs.size() - 1; r >= 0; r--) {
            int at = begin + r * Program.WIDTH;
            assignRegister(runs, runs.get(r).first, at + Program.FIRST);
            assignRegister(runs, runs.get(r).second, at + Program.SECOND);
        }
    }

    private void assignRegister(List<Run> runs, Operand operand, int at) {
        if (operand.isRun() && runs.get(operand.source()).register >= 0 && !runs.get(operand.source()).touched) {
            runs.get(operand.source()).touched = true;
            code.set(at, code.get(at) | Program.ASSIGN);
        }
    }

    /** Which operation each element of the program computes; see {@link MadeProgram}. */
    int[] operations() {
        return operations;
    }

    /** The whole program. */
    Program build(Storage storage, boolean reassociated) {
        IntList outputs = new IntList();
        for (int j = 0; j < graph.outputs(); j++) {
            outputs.add(places.flat(graph.output(j)));
        }
        LoadedInputs loaded = new LoadedInputs(graph.inputs(), places.flatLength());
        loaded.note(indices);
        loaded.note(scalarOperands);
        loaded.note(outputs);
        for (int at = 0; at < code.size(); at += Program.WIDTH) {
            if (isBegin(at)) {
                loaded.note(code.get(at + Program.SECOND + 1));
            }
        }
        loaded.assign();
        loaded.replace(indices);
        loaded.replace(scalarOperands);
        loaded.replace(outputs);
        for (int at = 0; at < code.size(); at += Program.WIDTH) {
            if (isBegin(at)) {
                code.set(at + Program.SECOND + 1, loaded.flat(code.get(at + Program.SECOND + 1)));
            }
        }
        FirstTouch touch = new FirstTouch(code, indices, scalarOperands, graph.inputs(), loaded.flatLength());
        touch.flag(outputs);
        new NeededValues(code, indices, scalarGroups, scalarOperands, loaded.flatLength(), storage.registers()).flag();
        double[] constants = new double[graph.constants()];
        for (int c = 0; c < constants.length; c++) {
            constants[c] = graph.constant(c);
        }
        return new Program(
                graph.inputs(),
                code.toArray(),
                indices.toArray(),
                scalarGroups.toArray(),
                scalarOperands.toArray(),
                constants,
                loaded.flatLength(),
                storage.stored(),
                storage.windowStored(),
                storage.registers(),
                loaded.ranges(),
                outputs.toArray(),
                touch.inputZeros(),
                reassociated);
    }

    private boolean isBegin(int at) {
        return (code.get(at) & Program.KIND_MASK) == Program.REDUCTION && code.get(at + Program.SECOND) != Program.NONE;
    }
}
