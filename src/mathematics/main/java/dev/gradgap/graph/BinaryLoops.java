package dev.gradgap.graph;

import dev.gradgap.function.BinaryElemental;
import java.lang.invoke.MethodHandles;

/** The template of loops over an operation on two operands. */
final class BinaryLoops extends OperationLoops {

    private static final BinaryElemental F = definition(MethodHandles.lookup(), BinaryElemental.class);
    private static final boolean HAS_SECOND_PARTIAL = !F.takesConstant();

    BinaryLoops() {}

    @Override
    public double value(double x, double y) {
        return F.value(x, y);
    }

    @Override
    void linearize(double x, double y, double[] values, int node, double[] first, double[] second, int k) {
        double value = F.value(x, y);
        values[node] = value;
        first[k] = F.firstPartial(x, y, value);
        second[k] = F.secondPartial(x, y, value);
    }

    @Override
    public void values(double[] r, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = F.value(a[i], b[i]);
        }
    }

    @Override
    public void firstAdjoints(double[] out, double[] w, double[] a, double[] b, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * F.firstPartial(a[i], b[i], v[i]);
        }
    }

    @Override
    public void secondAdjoints(double[] out, double[] w, double[] a, double[] b, double[] v, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * F.secondPartial(a[i], b[i], v[i]);
        }
    }

    @Override
    public void values(double[] flat, int[] operands, int p, int r, int n) {
        for (int i = 0; i < n; i++) {
            flat[r + i] = F.value(flat[operands[p + 2 * i]], flat[operands[p + 2 * i + 1]]);
        }
    }

    @Override
    public void adjoints(double[] flat, double[] adjoints, int[] operands, int p, int r, int n) {
        for (int i = n - 1; i >= 0; i--) {
            int first = operands[p + 2 * i];
            int second = operands[p + 2 * i + 1];
            double x = flat[first];
            double y = flat[second];
            double value = flat[r + i];
            double adjoint = adjoints[r + i];
            adjoints[first] += adjoint * F.firstPartial(x, y, value);
            if (HAS_SECOND_PARTIAL) {
                adjoints[second] += adjoint * F.secondPartial(x, y, value);
            }
        }
    }
}
