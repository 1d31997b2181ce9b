package dev.gradgap.graph.schedule.maker;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import dev.gradgap.graph.schedule.program.IntList;
import dev.gradgap.graph.schedule.program.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the groups of a window into runs whose operands are regular wherever that gives runs of a useful length.
 *
 * <p>The operations of a group are sorted by where their operands come from; those from the same two sources are cut
 * where an operand's stride changes. If the pieces are long, each is a run; otherwise they are one run, in which
 * irregular operands are read through indices. What is left over from all sources becomes one such run too, or, if it is
 * short, single operations.
 */
final class WindowRuns {

    /** The least mean length of regular pieces that makes cutting better than reading operands through indices. */
    private static final int WORTH_CUTTING = 64;

    // A key: source of the first operand, source of the second, place in the group.
    private static final int SOURCE_BITS = 20;
    private static final int PLACE_BITS = 22;

    private final Graph graph;
    private final Chains chains;
    private final Places places;
    private final List<Run> runs = new ArrayList<>();
    private final IntList operations = new IntList(); // of all runs, one after another
    private final IntList reduced = new IntList(); // the nodes of all reductions, one after another
    private final IntList chain = new IntList();
    private final IntList rest = new IntList();
    private long[] keys = {};
    private int scalars; // operations that are not in runs

    WindowRuns(Graph graph, Chains chains, Places places) {
        this.graph = graph;
        this.chains = chains;
        this.places = places;
    }

    List<Run> runs() {
        return runs;
    }

    /** An operation of a run or of scalars. */
    int operation(Run run, int i) {
        return operations.get(run.firstOperation + i);
    }

    /** Copies the operations of a run or of scalars. */
    void copyOperations(Run run, int[] to, int at) {
        operations.copy(run.firstOperation, run.length, to, at);
    }

    /** The node that element i of a run reads as its first or second operand, or that a reduction takes i-th. */
    int operand(Run run, boolean second, int i) {
        if (run.kind == Program.REDUCTION) {
            return reduced.get(run.firstOperation + i);
        }
        return second ? graph.second(operation(run, i)) : graph.first(operation(run, i));
    }

    /** How many operations of the window are in no run. */
    int scalars() {
        return scalars;
    }

    /** Makes the runs of a window from its order. */
    void make(WindowOrder order) {
        runs.clear();
        operations.clear();
        reduced.clear();
        scalars = 0;
        for (int group = 0; group < order.groups(); group++) {
            int start = order.start(group);
            int length = order.end(group) - start;
            if (order.isChain(group)) {
                reduce(order.operation(start));
            } else if (order.isIndependent(group)) {
                order.sort(group);
                divide(order, start, length);
            } else {
                int first = operations.size();
                for (int i = 0; i < length; i++) {
                    operations.add(order.operation(start + i));
                }
                addScalars(first, length);
            }
        }
    }

    private void addScalars(int first, int length) {
        for (int i = first; i < first + length; i++) {
            places.placeFlat(operations.get(i), places.allocate(1));
        }
        scalars += length;
        int last = runs.size() - 1;
        int start = first;
        if (last >= 0 && runs.get(last).kind == Program.SCALARS) {
            start = runs.remove(last).firstOperation;
        }
        int joined = operations.size() - start;
        runs.add(new Run(Program.SCALARS, Operation.ADD, start, joined, Operand.NONE, Operand.NONE));
    }

    /** Divides a group by the sources of its operands. */
    private void divide(WindowOrder order, int start, int length) {
        if (keys.length < length) {
            keys = new long[length];
        }
        for (int i = 0; i < length; i++) {
            int k = order.operation(start + i);
            long sources = (long) (places.source(graph.first(k)) - Operand.ANYWHERE) << SOURCE_BITS
                    | (places.source(graph.second(k)) - Operand.ANYWHERE);
            keys[i] = sources << PLACE_BITS | i;
        }
        Arrays.sort(keys, 0, length);
        rest.clear();
        for (int i = 0; i < length; ) {
            int end = i + 1;
            while (end < length && keys[end] >> PLACE_BITS == keys[i] >> PLACE_BITS) {
                end++;
            }
            divide(order, start, i, end);
            i = end;
        }
        if (rest.size() > 0) {
            rest.sort(0, rest.size());
            int first = operations.size();
            for (int i = 0; i < rest.size(); i++) {
                operations.add(rest.get(i));
            }
            addScalars(first, rest.size());
        }
    }

    private static int place(long key) {
        return (int) key & ((1 << PLACE_BITS) - 1);
    }

    /** Cuts operations from the same two sources, given by keys from one to before another, into runs. */
    private void divide(WindowOrder order, int start, int from, int to) {
        int length = to - from;
        if (length < WindowOrder.SHORTEST_RUN) {
            for (int i = from; i < to; i++) {
                rest.add(order.operation(start + place(keys[i])));
            }
            return;
        }
        int first = operations.size();
        for (int i = from; i < to; i++) {
            operations.add(order.operation(start + place(keys[i])));
        }
        int pieces = 0;
        for (int i = first; i < first + length; i = regularEnd(i, first + length)) {
            pieces++;
        }
        if (pieces > 1 && length < (long) pieces * WORTH_CUTTING) {
            if (length >= WORTH_CUTTING && hasRegularOperand(first, length)) {
                addPieces(first, length);
            } else {
                for (int i = first; i < first + length; i++) {
                    rest.add(operations.get(i));
                }
                operations.truncate(first);
            }
            return;
        }
        for (int i = first; i < first + length; ) {
            int end = regularEnd(i, first + length);
            addPieces(i, end - i);
            i = end;
        }
    }

    private boolean hasRegularOperand(int first, int length) {
        return operand(first, length, false).isRegular()
                || (graph.operation(operations.get(first)).arity() == 2
                        && operand(first, length, true).isRegular());
    }

    /** Where the strides of both operands of the operations listed from a place on change, at most at a limit. */
    private int regularEnd(int from, int limit) {
        if (from + 1 == limit) {
            return limit;
        }
        int first = firstPosition(from + 1);
        int second = secondPosition(from + 1);
        int firstStride = first - firstPosition(from);
        int secondStride = second - secondPosition(from);
        for (int end = from + 2; end < limit; end++) {
            int nextFirst = firstPosition(end);
            int nextSecond = secondPosition(end);
            if (nextFirst - first != firstStride || nextSecond - second != secondStride) {
                return end;
            }
            first = nextFirst;
            second = nextSecond;
        }
        return limit;
    }

    private int firstPosition(int listed) {
        return places.position(graph.first(operations.get(listed)));
    }

    private int secondPosition(int listed) {
        return places.position(graph.second(operations.get(listed)));
    }

    /** Makes runs of at most a register's length of the operations listed from a place on. */
    private void addPieces(int first, int length) {
        for (int done = 0; done < length; done += Program.REGISTER_LENGTH) {
            addRun(first + done, Math.min(length - done, Program.REGISTER_LENGTH));
        }
    }

    private void addRun(int first, int length) {
        Operation operation = graph.operation(operations.get(first));
        Operand x = operand(first, length, false);
        Operand y = operation.arity() == 2 ? operand(first, length, true) : Operand.NONE;
        for (int i = 0; i < length; i++) {
            places.placeInRun(operations.get(first + i), runs.size(), i);
        }
        runs.add(new Run(Program.RUN, operation, first, length, x, y));
    }

    private Operand operand(int first, int length, boolean second) {
        int source = places.source(listedNode(first, second));
        int start = places.position(listedNode(first, second));
        int position = start;
        int stride = 0;
        for (int i = 1; i < length; i++) {
            int node = listedNode(first + i, second);
            int step = places.position(node) - position;
            if (places.source(node) != source) {
                return new Operand(Operand.ANYWHERE, 0, Operand.IRREGULAR);
            }
            if (i == 1) {
                stride = step;
            } else if (step != stride) {
                stride = Operand.IRREGULAR;
            }
            position += step;
        }
        return new Operand(source, start, stride);
    }

    private int listedNode(int listed, boolean second) {
        return second ? graph.second(operations.get(listed)) : graph.first(operations.get(listed));
    }

    /** Makes reductions of a collapsed chain, each of which begins with the result of the one before. */
    private void reduce(int tail) {
        chains.operands(tail, chain);
        Operation operation = graph.operation(tail);
        Operand begin = Operand.NONE;
        int start = runs.size();
        int done = 0;
        if (regularChainEnd(0) == 1) {
            begin = new Operand(places.source(chain.get(0)), places.position(chain.get(0)), 0);
            done = 1;
        }
        while (done < chain.size()) {
            int end = regularChainEnd(done);
            if (end - done < WindowOrder.SHORTEST_RUN) {
                while (end < chain.size() && regularChainEnd(end) - end < WindowOrder.SHORTEST_RUN) {
                    end = regularChainEnd(end);
                }
            }
            int length = Math.min(end - done, Program.REGISTER_LENGTH);
            int first = reduced.size();
            for (int i = 0; i < length; i++) {
                reduced.add(chain.get(done + i));
            }
            Run reduction = new Run(Program.REDUCTION, operation, first, length, reducedOperand(first, length), begin);
            reduction.flat = places.allocate(1);
            runs.add(reduction);
            begin = new Operand(Operand.FLAT, reduction.flat, 0);
            done += length;
        }
        places.placeFlat(tail, begin.start());
        nameResults(tail, start);
    }

    /** Notes of which operation each of the last runs, a chain from one run on, has the result. */
    private void nameResults(int tail, int start) {
        int operation = tail;
        for (int r = runs.size() - 1; r >= start; r--) {
            runs.get(r).lastOperation = operation;
            operation = r > start ? chains.back(operation, runs.get(r).length) : -1;
        }
    }

    /** Where the stride of the nodes of the chain from one on changes, at most a register's length further. */
    private int regularChainEnd(int from) {
        int end = from + 1;
        int limit = Math.min(chain.size(), from + Program.REGISTER_LENGTH);
        int source = places.source(chain.get(from));
        if (end == limit || places.source(chain.get(end)) != source) {
            return end;
        }
        int stride = places.position(chain.get(end)) - places.position(chain.get(from));
        while (end < limit
                && places.source(chain.get(end)) == source
                && places.position(chain.get(end)) - places.position(chain.get(end - 1)) == stride) {
            end++;
        }
        return end;
    }

    private Operand reducedOperand(int first, int length) {
        int source = places.source(reduced.get(first));
        int start = places.position(reduced.get(first));
        int stride = length == 1 ? 0 : places.position(reduced.get(first + 1)) - start;
        boolean regular = true;
        for (int i = 0; i < length; i++) {
            if (places.source(reduced.get(first + i)) != source) {
                return new Operand(Operand.ANYWHERE, 0, Operand.IRREGULAR);
            }
            regular &= places.position(reduced.get(first + i)) == start + i * stride;
        }
        return new Operand(source, start, regular ? stride : Operand.IRREGULAR);
    }
}
