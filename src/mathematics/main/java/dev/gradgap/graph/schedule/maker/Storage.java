package dev.gradgap.graph.schedule.maker;

import dev.gradgap.function.Elemental;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.schedule.program.IntList;
import dev.gradgap.graph.schedule.program.Program;
import java.util.List;

/**
 * Decides where the results of the runs of a window live. A run gets a register if all uses of its results are operands
 * that are the run as a whole. If a partial reads its values they are computed again before the window's reverse sweep,
 * where that is cheap, or stored. All other runs get flat positions.
 */
final class Storage {

    private static final int MOST_REGISTERS = 128;

    private final Uses uses;
    private final Places places;
    private final IntList free = new IntList();
    private int registers;
    private int stored;
    private int windowStored;
    private int mostWindowStored;

    Storage(Uses uses, Places places) {
        this.uses = uses;
        this.places = places;
    }

    /** The registers used so far. */
    int registers() {
        return registers;
    }

    /** The values stored so far. */
    int stored() {
        return stored;
    }

    /** The most values of repeated runs stored in any window. */
    int windowStored() {
        return mostWindowStored;
    }

    /** Places the results of all runs of a window. */
    void assign(WindowRuns window) {
        List<Run> runs = window.runs();
        findReaders(runs);
        windowStored = 0;
        free.clear();
        for (int register = registers - 1; register >= 0; register--) {
            free.add(register);
        }
        for (int r = 0; r < runs.size(); r++) {
            Run run = runs.get(r);
            if (run.isRun()) {
                place(runs, run, window);
            }
            release(runs, run.first, r);
            release(runs, run.second, r);
        }
    }

    private static void findReaders(List<Run> runs) {
        for (int r = 0; r < runs.size(); r++) {
            findReader(runs, r, runs.get(r).first);
            findReader(runs, r, runs.get(r).second);
        }
    }

    private static void findReader(List<Run> runs, int reader, Operand operand) {
        if (operand.isRun()) {
            Run source = runs.get(operand.source());
            source.lastReader = reader;
            if (operand.isWhole(runs.get(reader).length, source.length)) {
                source.wholeReads++;
            }
        }
    }

    private void place(List<Run> runs, Run run, WindowRuns window) {
        boolean read = isRead(run, window);
        if (run.wholeReads > 0 && onlyReadAsAWhole(run, window) && (free.size() > 0 || registers < MOST_REGISTERS)) {
            run.register = free.size() > 0 ? free.removeLast() : registers++;
            run.repeatable = isCheap(run.operation) && isKept(runs, run, run.first) && isKept(runs, run, run.second);
            if (read) {
                store(runs, run);
            }
        } else {
            run.reusable = !read;
            run.flat = read ? places.allocate(run.length) : places.allocateReusable(run.length, lastUse(run, window));
            for (int i = 0; i < run.length; i++) {
                places.placeFlat(window.operation(run, i), run.flat + i);
            }
        }
    }

    private void store(List<Run> runs, Run run) {
        if (run.repeatable) {
            repeat(runs, run);
            run.stored = Program.NOT_STORED - 1 - windowStored;
            windowStored += run.length;
            mostWindowStored = Math.max(mostWindowStored, windowStored);
        } else {
            run.stored = stored;
            stored = Math.addExact(stored, run.length);
        }
    }

    private boolean isRead(Run run, WindowRuns window) {
        for (int i = 0; i < run.length; i++) {
            if (uses.isRead(window.operation(run, i))) {
                return true;
            }
        }
        return false;
    }

    private int lastUse(Run run, WindowRuns window) {
        int last = -1;
        for (int i = 0; i < run.length; i++) {
            last = Math.max(last, uses.last(window.operation(run, i)));
        }
        return last;
    }

    private static boolean isCheap(Operation operation) {
        return operation.elemental().cost() == Elemental.Cost.ARITHMETIC;
    }

    /** Whether the values of an operand are at hand, or can be computed again, when its window is swept in reverse. */
    private boolean isKept(List<Run> runs, Run run, Operand operand) {
        if (operand.isRun() && runs.get(operand.source()).register >= 0) {
            return runs.get(operand.source()).repeatable;
        }
        if (operand.isRun()) {
            return !runs.get(operand.source()).reusable;
        }
        if (operand.source() != Operand.FLAT) {
            return operand.isRegular();
        }
        for (int i = 0; i < run.length; i++) {
            if (!operand.isRegular() || places.isReusable(operand.start() + i * operand.stride())) {
                return false;
            }
        }
        return true;
    }

    /** Has a run computed again, and before it those whose registers it reads. */
    private static void repeat(List<Run> runs, Run run) {
        if (!run.repeated) {
            run.repeated = true;
            repeatSource(runs, run.first);
            repeatSource(runs, run.second);
        }
    }

    private static void repeatSource(List<Run> runs, Operand operand) {
        if (operand.isRun() && runs.get(operand.source()).register >= 0) {
            repeat(runs, runs.get(operand.source()));
        }
    }

    private boolean onlyReadAsAWhole(Run run, WindowRuns window) {
        for (int i = 0; i < run.length; i++) {
            int count = uses.count(window.operation(run, i));
            if (count != run.wholeReads || count == Uses.MANY) {
                return false;
            }
        }
        return true;
    }

    /** Frees a register after its last reader, but before no other result could need it in the reverse sweep. */
    private void release(List<Run> runs, Operand operand, int reader) {
        if (operand.isRun()) {
            Run source = runs.get(operand.source());
            if (source.register >= 0 && source.lastReader == reader) {
                source.lastReader = -1;
                free.add(source.register);
            }
        }
    }
}
