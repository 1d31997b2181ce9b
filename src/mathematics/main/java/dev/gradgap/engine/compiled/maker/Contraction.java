package dev.gradgap.engine.compiled.maker;

import dev.gradgap.engine.compiled.plan.Items;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import java.util.Arrays;

/**
 * Takes long chains and trees of additions and subtractions apart into sums, whose terms may then be added in any order:
 * what makes the iterations of a reduction independent of one another.
 *
 * <p>An addition or subtraction whose only reader is another one is absorbed by it. A root with at least {@value
 * #FEWEST_TERMS} terms becomes a sum; a term that nothing else reads is added right where it is computed. Values change
 * by the rounding of another order of addition. Time and memory are linear in the operations.
 */
public final class Contraction {

    private static final int FEWEST_TERMS = 6;
    private static final int NONE = -1;

    private final Graph graph;
    private final int operations;
    private final byte[] readers; // 0, 1, or 2 for more
    private final int[] root; // the sum's root operation for every addition that is part of a sum, else NONE
    private final boolean[] negated;

    private Contraction(Graph graph) {
        this.graph = graph;
        operations = graph.operations();
        readers = new byte[operations];
        root = new int[operations];
        negated = new boolean[operations];
    }

    public static Items of(Graph graph) {
        Contraction contraction = new Contraction(graph);
        contraction.countReaders();
        return contraction.write(contraction.findSums());
    }

    private void countReaders() {
        for (int k = 0; k < operations; k++) {
            read(graph.first(k));
            if (graph.operation(k).arity() == 2) {
                read(graph.second(k));
            }
        }
        for (int j = 0; j < graph.outputs(); j++) {
            read(graph.output(j));
            read(graph.output(j)); // an output keeps its node
        }
    }

    private void read(int node) {
        int k = node - graph.firstOperationNode();
        if (k >= 0 && readers[k] < 2) {
            readers[k]++;
        }
    }

    private boolean isAdditive(int k) {
        int code = graph.code(k);
        return code == Operation.ADD.code() || code == Operation.SUBTRACT.code();
    }

    private boolean isAbsorbed(int node) {
        int k = node - graph.firstOperationNode();
        return k >= 0 && readers[k] == 1 && isAdditive(k);
    }

    /** Finds every sum, from the last operation to the first; returns their number. */
    private int findSums() {
        Arrays.fill(root, NONE);
        int[] terms = new int[operations];
        for (int k = operations - 1; k >= 0; k--) {
            if (isAdditive(k)) {
                if (root[k] == NONE) {
                    root[k] = k;
                }
                absorb(graph.first(k), k, false, terms);
                absorb(graph.second(k), k, graph.code(k) == Operation.SUBTRACT.code(), terms);
            }
        }
        int sums = 0;
        for (int k = 0; k < operations; k++) {
            if (root[k] != NONE && terms[root[k]] < FEWEST_TERMS) {
                root[k] = NONE;
            } else if (root[k] == k) {
                sums++;
            }
        }
        return sums;
    }

    private void absorb(int node, int reader, boolean subtracted, int[] terms) {
        if (isAbsorbed(node)) {
            int k = node - graph.firstOperationNode();
            root[k] = root[reader];
            negated[k] = negated[reader] ^ subtracted;
        } else {
            terms[root[reader]]++;
        }
    }

    private Items write(int sums) {
        return new Writer(sums).write();
    }

    private final class Writer {

        private final int firstSum;
        private final byte[] codes;
        private final int[] origins;
        private final int[] roots;
        private final int[] first;
        private final int[] second;
        private final int[] nodes = new int[operations]; // of operations and roots, in the new numbering
        private final int[] ownSum = new int[operations]; // of terms that nothing else reads: the sum's root
        private final boolean[] subtracted = new boolean[operations];
        private int items;
        private int sumsMet;

        Writer(int sums) {
            roots = new int[sums];
            int count = Math.addExact(operations, sums);
            firstSum = Math.addExact(graph.firstOperationNode(), count);
            codes = new byte[count];
            first = new int[count];
            second = new int[count];
            origins = new int[count];
        }

        Items write() {
            Arrays.fill(ownSum, NONE);
            Arrays.fill(nodes, NONE);
            for (int k = 0; k < operations; k++) {
                if (root[k] != NONE) {
                    claim(graph.first(k), k, false);
                    claim(graph.second(k), k, graph.code(k) == Operation.SUBTRACT.code());
                }
            }
            for (int k = 0; k < operations; k++) {
                if (root[k] == NONE) {
                    int item = graph.firstOperationNode() + items;
                    origins[items] = k;
                    append((byte) graph.code(k), node(graph.first(k)), node(graph.second(k)));
                    nodes[k] = item;
                    if (ownSum[k] != NONE) {
                        term(item, ownSum[k], subtracted[k]);
                    }
                } else {
                    shared(graph.first(k), k, false);
                    shared(graph.second(k), k, graph.code(k) == Operation.SUBTRACT.code());
                }
            }
            int[] outputs = new int[graph.outputs()];
            for (int j = 0; j < outputs.length; j++) {
                outputs[j] = node(graph.output(j));
            }
            return new Items(graph, codes, first, second, origins, roots, outputs);
        }

        private void claim(int node, int addition, boolean second) {
            int k = node - graph.firstOperationNode();
            if (k >= 0 && readers[k] == 1 && root[k] == NONE) {
                ownSum[k] = root[addition];
                subtracted[k] = negated[addition] ^ second;
            }
        }

        /** Adds an operand of an absorbed addition to its sum unless that is done where the operand is computed. */
        private void shared(int node, int addition, boolean second) {
            int k = node - graph.firstOperationNode();
            boolean part = k >= 0 && root[k] != NONE && root[k] == root[addition] && readers[k] == 1;
            if (!part && (k < 0 || ownSum[k] == NONE)) {
                term(node(node), root[addition], negated[addition] ^ second);
            }
        }

        private void term(int node, int root, boolean negative) {
            if (nodes[root] == NONE) {
                roots[sumsMet] = root;
                nodes[root] = firstSum + sumsMet++;
            }
            append(negative ? Items.SUBTRACT_TERM : Items.ADD_TERM, node, nodes[root]);
        }

        private void append(byte code, int x, int y) {
            codes[items] = code;
            first[items] = x;
            second[items++] = y;
        }

        private int node(int node) {
            int k = node - graph.firstOperationNode();
            return k < 0 ? node : nodes[k];
        }
    }
}
