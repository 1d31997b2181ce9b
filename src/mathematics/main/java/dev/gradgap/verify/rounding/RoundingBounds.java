package dev.gradgap.verify.rounding;

import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import java.util.Arrays;
import java.util.Optional;

/**
 * A graph at one point, with bounds of what rounding may do to its values, adjoints and tangents in any of the engines:
 * a running error analysis, in which each operation z = f(x, y) has the error
 *
 * <pre>    e[z] = |∂f/∂x| e[x] + |∂f/∂y| e[y] + second-order terms + what f rounds itself</pre>
 *
 * <p>and likewise for the partials and for the sums of products that the chain rule makes of them. Engines add and
 * multiply in orders of their own, so that
 *
 * <ul>
 *   <li>a tree of additions and subtractions whose inner results are read once is one sum: with c additions of terms t its
 *       rounding is (c - 1) u Σ|t| + u |z|, whatever the order; a tree of multiplications likewise c u |z|;
 *   <li>r contributions to an adjoint are such a sum, too, of r - 1 additions;
 *   <li>what depends on a single variable, itself an input or a function of several, may be differentiated as one function
 *       of it, whose derivative multiplies each contribution instead of their sum;
 *   <li>forward mode adds tangents where reverse mode adds nothing, at every operation with two operands: c u more on its
 *       way. With that the bound of an adjoint holds for forward mode, too: to the first order both modes round the same
 *       products of an adjoint, a partial and a tangent, edge for edge.
 * </ul>
 *
 * <p>Numbers that are computed without any rounding in every order have the error 0: those that are multiples of a power
 * of two and less than 2<sup>53</sup> times that. So ties between exact numbers are decided by the conventions of {@link
 * dev.gradgap.function.Arithmetic}; near ties between others are {@link #undecided} and make infinite bounds, unless both
 * sides are plainly the same function of the inputs, so that it does not matter to which of them a derivative goes.
 *
 * <p>Where numbers underflow, the smallest normal number is added to a bound.
 *
 * <p>Time and memory are linear in the operations. Not thread-safe.
 *
 * <p>Sources: Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., SIAM 2002, sec. 3.3 (running error
 * analysis) and 4.2 (sums in any order); Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, sec. 3.4.
 */
public final class RoundingBounds {

    private static final double U = LocalAnalysis.U;
    private static final double EXACT_MULTIPLES = 0x1p53;
    private static final double ZERO = Double.POSITIVE_INFINITY; // the quantum of an exact 0

    private final Graph graph;
    private final Trees trees;
    private final Variables variables;
    private final LocalAnalysis local = new LocalAnalysis();

    private final double[] values; // of every node
    private final double[] errors; // of every node
    private final double[] quanta; // of every node: what an exact value is a multiple of, infinite for 0; 0 if inexact
    private final double[] termErrors; // of every node: in a tree, what the errors of the tree's operands make of it
    private final double[] magnitudes; // of every node: in a tree of additions, the sum of the absolute terms
    private final double[] first; // of every operation: partials and the bounds of their errors
    private final double[] second;
    private final double[] firstErrors;
    private final double[] secondErrors;

    private final double[] derivatives; // of every node: adjoints or tangents
    private final double[] derivativeErrors;
    private final double[] derivativeMagnitudes; // sums of absolute contributions or of terms
    private final double[] derivativeTermErrors;
    private final int[] contributions; // to the adjoint of every node

    private Optional<ValueNumbers> numbers = Optional.empty(); // made when first needed
    private int undecided;

    /** Room for the bounds of a graph; call {@link #at} before anything else. */
    public RoundingBounds(Graph graph) {
        this.graph = graph;
        trees = new Trees(graph);
        variables = new Variables(graph);
        int nodes = graph.nodes();
        int operations = graph.operations();
        values = new double[nodes];
        errors = new double[nodes];
        quanta = new double[nodes];
        termErrors = new double[nodes];
        magnitudes = new double[nodes];
        first = new double[operations];
        second = new double[operations];
        firstErrors = new double[operations];
        secondErrors = new double[operations];
        derivatives = new double[nodes];
        derivativeErrors = new double[nodes];
        derivativeMagnitudes = new double[nodes];
        derivativeTermErrors = new double[nodes];
        contributions = new int[nodes];
        for (int c = 0; c < graph.constants(); c++) {
            exact(graph.inputs() + c, graph.constant(c));
        }
    }

    /**
     * Analyses values and partials at a point.
     *
     * @param x the point, length n, taken as exact
     */
    public void at(double[] x) {
        undecided = 0;
        numbers.ifPresent(ValueNumbers::restart);
        for (int i = 0; i < graph.inputs(); i++) {
            exact(i, x[i]);
        }
        int node = graph.firstOperationNode();
        for (int k = 0; k < graph.operations(); k++) {
            analyse(k, node++);
        }
    }

    private boolean areSame(int x, int y) {
        if (numbers.isEmpty()) {
            numbers = Optional.of(new ValueNumbers(graph));
        }
        return numbers.get().areSame(x, y, first, firstErrors);
    }

    private void exact(int node, double value) {
        values[node] = value;
        quanta[node] = quantum(value);
    }

    /** The largest power of two that the number is a multiple of. */
    private static double quantum(double value) {
        if (value == 0) {
            return ZERO;
        }
        long mantissa = Double.doubleToRawLongBits(value) & 0xFFFFFFFFFFFFFL;
        int zeros = mantissa == 0 ? 52 : Long.numberOfTrailingZeros(mantissa);
        return Math.abs(value) < Double.MIN_NORMAL ? Double.MIN_VALUE : Math.ulp(value) * (1L << zeros);
    }

    private void analyse(int k, int node) {
        int x = graph.first(k);
        int y = graph.second(k);
        local.analyse(graph.operation(k), values[x], errors[x], values[y], errors[y], x == y);
        if (local.undecidable && x != y && areSame(x, y)) {
            local.analyse(graph.operation(k), values[x], errors[x], values[y], errors[y], true);
        }
        double p = Math.abs(local.first);
        double q = Math.abs(local.second);
        values[node] = local.value;
        first[k] = local.first;
        second[k] = local.second;
        firstErrors[k] = local.firstRounding
                + times(Math.abs(local.firstFirst), errors[x])
                + times(Math.abs(local.firstSecond), errors[y]);
        secondErrors[k] = local.secondRounding
                + times(Math.abs(local.firstSecond), errors[x])
                + times(Math.abs(local.secondSecond), errors[y]);
        variables.join(
                k, first[k] == 0 && firstErrors[k] == 0 ? -1 : x, second[k] == 0 && secondErrors[k] == 0 ? -1 : y);
        if (local.undecidable) {
            undecided++;
        }
        switch (trees.kind(k)) {
            case SUM -> sum(k, node, x, y);
            case PRODUCT -> product(k, node, x, y, p, q);
            case CHOICE -> choice(node, x, y);
            default -> {
                quanta[node] =
                        trees.kind(k) == Trees.Kind.SQUARE ? exactOr0(quanta[x] * quanta[x], Math.abs(local.value)) : 0;
                errors[node] = times(p, errors[x])
                        + times(q, errors[y])
                        + higher(x, y)
                        + (quanta[node] > 0 ? 0 : local.valueRounding + Double.MIN_NORMAL);
            }
        }
        if (trees.roundsAdjoints(k)) { // a product of a partial and a tangent or an adjoint
            firstErrors[k] += U * p;
            secondErrors[k] += U * q;
        }
    }

    /** A maximum, minimum or absolute value is one of its operands, or that negated. */
    private void choice(int node, int x, int y) {
        if (local.undecidable) {
            quanta[node] = 0;
            errors[node] = Math.max(errors[x], errors[y]);
        } else {
            int chosen = local.first == 0 ? y : x;
            quanta[node] = quanta[chosen];
            errors[node] = errors[chosen];
        }
    }

    private double higher(int x, int y) {
        double ex = errors[x];
        double ey = errors[y];
        return ex + ey == 0
                ? 0
                : 0.5 * times(Math.abs(local.firstFirst), ex * ex)
                        + times(Math.abs(local.firstSecond), ex * ey)
                        + 0.5 * times(Math.abs(local.secondSecond), ey * ey);
    }

    private void sum(int k, int node, int x, int y) {
        boolean binary = graph.operation(k).arity() == 2;
        double termError = termError(x, trees.joins(x, k));
        double magnitude = magnitude(x, trees.joins(x, k));
        double quantum = quanta[x];
        if (graph.operation(k) == Operation.SUBTRACT && x == y && trees.isRoot(k)) {
            termError = 0; // the difference is exactly 0, whatever the error of x
            quantum = ZERO;
        } else if (binary) {
            termError += termError(y, trees.joins(y, k));
            magnitude += magnitude(y, trees.joins(y, k));
            quantum = Math.min(quantum, quanta[y]);
        }
        termErrors[node] = termError;
        magnitudes[node] = magnitude;
        quanta[node] = exactOr0(quantum, magnitude);
        errors[node] = termError + (quanta[node] > 0 ? 0 : sumRounding(trees.size(k), magnitude, local.value));
    }

    private void product(int k, int node, int x, int y, double p, double q) {
        double termError = times(p, termError(x, trees.joins(x, k)))
                + times(q, termError(y, trees.joins(y, k)))
                + errors[x] * errors[y];
        termErrors[node] = termError;
        double quantum = Math.max(quanta[x], quanta[y]) == ZERO ? ZERO : quanta[x] * quanta[y];
        quanta[node] = exactOr0(quantum, Math.abs(local.value));
        errors[node] =
                termError + (quanta[node] > 0 ? 0 : trees.size(k) * U * Math.abs(local.value) + Double.MIN_NORMAL);
    }

    /** The quantum of a result of additions or multiplications, or 0 if these may round. */
    private static double exactOr0(double quantum, double magnitude) {
        return quantum >= Double.MIN_NORMAL && magnitude <= EXACT_MULTIPLES * quantum ? quantum : 0;
    }

    /** The rounding of additions in any order: no partial sum exceeds the absolute terms, and the last is the sum. */
    private static double sumRounding(int additions, double magnitude, double sum) {
        return additions == 0 ? 0 : U * ((additions - 1) * magnitude + Math.abs(sum));
    }

    private double termError(int node, boolean joined) {
        return joined ? termErrors[node] : errors[node];
    }

    private double magnitude(int node, boolean joined) {
        return joined ? magnitudes[node] : Math.abs(values[node]);
    }

    /** A product in which a factor 0 outweighs an infinite one. */
    private static double times(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    /** How many maxima, minima and absolute values cannot be decided at this point: rounding may turn them over. */
    public int undecided() {
        return undecided;
    }

    /** The outputs, length m. */
    public Bounded outputs() {
        return atOutputs(values, errors);
    }

    /**
     * The adjoint sweep.
     *
     * @param w the weight of each output, length m
     * @return the adjoint of each input, length n
     */
    public Bounded pullBack(double[] w) {
        Arrays.fill(derivatives, 0);
        Arrays.fill(derivativeErrors, 0);
        Arrays.fill(derivativeMagnitudes, 0);
        Arrays.fill(contributions, 0);
        for (int j = 0; j < w.length; j++) {
            contribute(graph.output(j), w[j], 0, Math.abs(w[j]), 1);
        }
        int node = graph.nodes();
        for (int k = graph.operations() - 1; k >= 0; k--) {
            node--;
            double adjoint = derivatives[node];
            double error = adjointError(node);
            if (derivativeMagnitudes[node] == 0 && error == 0) {
                continue;
            }
            if (trees.isRoot(k)) {
                error += trees.size(k) * U * Math.abs(adjoint);
            }
            double magnitude = Math.abs(adjoint);
            int terms = 1;
            if (contributions[node] > 1 && variables.dependsOnOne(k)) {
                magnitude = derivativeMagnitudes[node];
                terms = contributions[node];
                error += U * magnitude;
            }
            pullBack(graph.first(k), node, error, magnitude, terms, first[k], firstErrors[k]);
            if (graph.operation(k).arity() == 2) {
                int others = variables.hasOne(graph.first(k)) ? 1 : terms; // both may share the same factor
                pullBack(graph.second(k), node, error, magnitude, others, second[k], secondErrors[k]);
            }
        }
        int n = graph.inputs();
        double[] bounds = new double[n];
        for (int i = 0; i < n; i++) {
            bounds[i] = adjointError(i);
        }
        return new Bounded(Arrays.copyOf(derivatives, n), bounds);
    }

    private double adjointError(int node) {
        int additions = Math.max(0, contributions[node] - 1);
        return derivativeErrors[node] + sumRounding(additions, derivativeMagnitudes[node], derivatives[node]);
    }

    /**
     * Hands a share of a reader's adjoint to an operand.
     *
     * @param magnitude the absolute value of the reader's adjoint, or of its terms if these may be handed on one by one
     * @param terms how many these are
     */
    private void pullBack(
            int node, int reader, double error, double magnitude, int terms, double partial, double partialError) {
        if (partial != 0 || partialError != 0) {
            double share = partial * derivatives[reader];
            double shareError = productError(partial, partialError, derivatives[reader], error, share)
                    + times(partialError, magnitude - Math.abs(derivatives[reader]));
            contribute(node, share, shareError, times(Math.abs(partial), magnitude), terms);
        }
    }

    private void contribute(int node, double share, double error, double magnitude, int terms) {
        if (magnitude != 0 || error != 0) {
            derivatives[node] += share;
            derivativeErrors[node] += error;
            derivativeMagnitudes[node] += magnitude;
            contributions[node] += terms;
        }
    }

    private static double productError(double a, double ea, double b, double eb, double product) {
        double error = times(Math.abs(a), eb) + times(Math.abs(b), ea) + times(ea, eb);
        boolean underflows = Math.abs(product) < Double.MIN_NORMAL && a != 0 && b != 0;
        return underflows ? error + Double.MIN_NORMAL : error;
    }

    /**
     * The tangent sweep.
     *
     * @param v the direction, length n
     * @return the derivative of each output along it, length m
     */
    public Bounded pushForward(double[] v) {
        Arrays.fill(derivatives, 0, graph.firstOperationNode(), 0);
        Arrays.fill(derivativeErrors, 0, graph.firstOperationNode(), 0);
        System.arraycopy(v, 0, derivatives, 0, v.length);
        int node = graph.firstOperationNode();
        for (int k = 0; k < graph.operations(); k++) {
            pushForward(k, node++);
        }
        return atOutputs(derivatives, derivativeErrors);
    }

    private void pushForward(int k, int node) {
        int x = graph.first(k);
        int y = graph.second(k);
        boolean sum = trees.kind(k) == Trees.Kind.SUM;
        double one = first[k] * derivatives[x];
        double other = second[k] * derivatives[y];
        double termErrorX = sum && trees.joins(x, k) ? derivativeTermErrors[x] : derivativeErrors[x];
        double termErrorY = sum && trees.joins(y, k) ? derivativeTermErrors[y] : derivativeErrors[y];
        double magnitude = sum && trees.joins(x, k) ? derivativeMagnitudes[x] : Math.abs(one);
        if (graph.operation(k).arity() == 2) {
            magnitude += sum && trees.joins(y, k) ? derivativeMagnitudes[y] : Math.abs(other);
        }
        double error = productError(first[k], firstErrors[k], derivatives[x], termErrorX, one)
                + productError(second[k], secondErrors[k], derivatives[y], termErrorY, other);
        derivatives[node] = one + other;
        derivativeTermErrors[node] = error;
        derivativeMagnitudes[node] = magnitude;
        derivativeErrors[node] =
                error + sumRounding(trees.isRoot(k) || sum ? trees.size(k) : 1, magnitude, one + other);
    }

    private Bounded atOutputs(double[] numbers, double[] bounds) {
        int m = graph.outputs();
        double[] outputs = new double[m];
        double[] outputBounds = new double[m];
        for (int j = 0; j < m; j++) {
            outputs[j] = numbers[graph.output(j)];
            outputBounds[j] = bounds[graph.output(j)];
        }
        return new Bounded(outputs, outputBounds);
    }
}
