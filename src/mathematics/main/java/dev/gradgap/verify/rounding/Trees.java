package dev.gradgap.verify.rounding;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;

/**
 * Which operations of a graph an engine may combine in another order: trees of additions, subtractions and negations,
 * and trees of multiplications, whose inner results are read once, and by the tree alone.
 */
final class Trees {

    /** How an operation rounds. */
    enum Kind {
        /** Part of a sum. */
        SUM,
        /** Part of a product. */
        PRODUCT,
        SQUARE,
        /** Not at all: a maximum, minimum or absolute value is an operand, or that negated. */
        CHOICE,
        OTHER
    }

    private static final int NONE = -1;

    private final int firstOperationNode;
    private final Kind[] kinds; // of every operation
    private final int[] tree; // for every operation the one that joins it to a tree, or NONE
    private final int[] sizes; // the binary operations of the tree that ends in an operation

    Trees(Graph graph) {
        firstOperationNode = graph.firstOperationNode();
        int operations = graph.operations();
        kinds = new Kind[operations];
        tree = new int[operations];
        sizes = new int[operations];
        int[] readers = new int[graph.nodes()];
        for (int k = 0; k < operations; k++) {
            kinds[k] = kind(graph.operation(k));
            tree[k] = NONE;
            readers[graph.first(k)]++;
            if (graph.operation(k).arity() == 2) {
                readers[graph.second(k)]++;
            }
        }
        for (int j = 0; j < graph.outputs(); j++) {
            readers[graph.output(j)] += 2; // an output is computed as it is
        }
        for (int k = 0; k < operations; k++) {
            int own = kinds[k] == Kind.CHOICE ? 0 : graph.operation(k).arity() - 1;
            sizes[k] = own + joined(graph.first(k), k, readers);
            if (graph.operation(k).arity() == 2) {
                sizes[k] += joined(graph.second(k), k, readers);
            }
        }
    }

    private static Kind kind(Operation operation) {
        return switch (operation) {
            case ADD, SUBTRACT, NEGATE -> Kind.SUM;
            case MULTIPLY -> Kind.PRODUCT;
            case SQUARE -> Kind.SQUARE;
            case MAX, MIN, ABS -> Kind.CHOICE;
            default -> Kind.OTHER;
        };
    }

    /** Joins an operand to an operation's tree if it belongs there; returns the size of what is joined. */
    private int joined(int node, int reader, int[] readers) {
        int k = node - firstOperationNode;
        boolean isPart = k >= 0
                && readers[node] == 1
                && kinds[k] == kinds[reader]
                && (kinds[k] == Kind.SUM || kinds[k] == Kind.PRODUCT);
        if (!isPart) {
            return 0;
        }
        tree[k] = reader;
        return sizes[k];
    }

    Kind kind(int k) {
        return kinds[k];
    }

    /** Whether a node is an inner result of the tree to which an operation belongs. */
    boolean joins(int node, int reader) {
        int k = node - firstOperationNode;
        return k >= 0 && tree[k] == reader;
    }

    /** Whether an operation is read from outside of its tree; an operation that belongs to none is a tree of its own. */
    boolean isRoot(int k) {
        return tree[k] == NONE;
    }

    /** The additions or multiplications of the tree that ends in an operation; 1 for other operations of two operands. */
    int size(int k) {
        return sizes[k];
    }

    /** Whether a partial has to be multiplied: it is neither 0 nor 1 nor -1. */
    boolean roundsAdjoints(int k) {
        return kinds[k] != Kind.SUM && kinds[k] != Kind.CHOICE;
    }
}
