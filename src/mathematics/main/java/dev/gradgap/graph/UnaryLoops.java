package dev.gradgap.graph;

import dev.gradgap.function.UnaryElemental;
import java.lang.invoke.MethodHandles;

/** The template of loops over an operation on one operand. */
final class UnaryLoops extends OperationLoops {

    private static final UnaryElemental F = definition(MethodHandles.lookup(), UnaryElemental.class);

    UnaryLoops() {}

    @Override
    public double value(double x, double y) {
        return F.value(x);
    }

    @Override
    void linearize(double x, double y, double[] values, int node, double[] first, double[] second, int k) {
        double value = F.value(x);
        values[node] = value;
        first[k] = F.partial(x, value);
    }

    @Override
    public void values(double[] r, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = F.value(a[i]);
        }
    }

    @Override
    public void firstAdjoints(double[] out, double[] w, double[] a, double[] b, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * F.partial(a[i], v[i]);
        }
    }

    @Override
    public void secondAdjoints(double[] out, double[] w, double[] a, double[] b, double[] v, int n) {
        throw new IllegalArgumentException("there is no second operand of " + F);
    }

    @Override
    public void values(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = F.value(flat[operands[p + i]]);
        }
    }

    @Override
    public void adjoints(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int operand = operands[p + i];
            adjoints[operand] += adjoints[r + i] * F.partial(flat[operand], flat[r + i]);
        }
    }
}
