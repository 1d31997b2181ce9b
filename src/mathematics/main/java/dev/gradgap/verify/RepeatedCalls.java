package dev.gradgap.verify;

import dev.gradgap.verify.OperatorCall.CallersArrays;
import dev.gradgap.verify.expected.Comparison;
import dev.gradgap.verify.expected.Expected;
import dev.gradgap.verify.expected.Positions;
import dev.gradgap.verify.expected.Source;
import dev.gradgap.workload.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Whether what an operator computes depends on the point alone. It is called again and again with one set of the caller's arrays, as
 * whoever times it does, at points in turn, while in the arrays stand the last results, or no numbers at all; each result is
 * compared with the one that the engine gave at this point into arrays that it had never seen. So an engine shows itself
 * that adds to what an array holds, takes an array that it knows for a point that it knows, looks at some coordinates only,
 * changes the point, or is right, or works, for a while.
 *
 * <p>That the results are right at all, at two points of these, {@link PointCheck} finds out. Here it is the engine against itself, so that
 * no more has to be known. Each point costs five calls; all of them together more than twenty, unless they take long.
 */
final class RepeatedCalls {

    private static final int CALLS = 24; // what is to show from the 21st call on does
    private static final long LONG_NANOS = 10_000_000; // after which no further point is visited

    /** As much as a sum in another order may differ, for an engine with several threads. */
    private static final Source ITSELF = new Source("the same engine into other arrays", 1e-8, 0);

    private static final Source CALLER = new Source("the caller, whose array it is", Double.MIN_NORMAL, 0);

    private final OperatorCall call;
    private final double tolerance;
    private final Comparison comparison = new Comparison();
    private final CallersArrays arrays;
    private int calls;

    /**
     * Calls that are about to be made.
     *
     * @param tolerance the relative error that the engine may make
     */
    RepeatedCalls(OperatorCall call, double tolerance) {
        this.call = call;
        this.tolerance = tolerance;
        arrays = call.arrays();
    }

    /**
     * A point: a given one, but for a coordinate that may be another's.
     *
     * @param moved which coordinate; -1 for none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Place(double[] base, int moved, double value) {

        static Place at(double[] point) {
            return new Place(point, -1, 0);
        }

        void into(double[] x) {
            System.arraycopy(base, 0, x, 0, x.length);
            if (moved >= 0) {
                x[moved] = value;
            }
        }

        double coordinate(int i) {
            return i == moved ? value : base[i];
        }
    }

    /**
     * A place, and where the call before it is made.
     *
     * @param near where the same arrays are filled before: as like as can be, so that what has changed is easily overlooked
     * @param far where the engine is before its answer counts: different in every coordinate, so that nothing can be
     */
    private record Visit(Place place, Place near, Place far) {}

    /**
     * Makes the calls, until one is wrong.
     *
     * @param points one or more at which the engine is known to be right, the last being where it was called last
     * @param seed decides which coordinate is moved alone
     * @return what was found
     * @throws RuntimeException whatever the engine throws
     */
    Comparison over(List<double[]> points, Seed seed) {
        List<Visit> visits = visits(points, seed);
        CallersArrays first = fresh(visits.get(0).place);
        long begin = System.nanoTime();
        boolean once = compared(visits.get(0), first);
        for (int k = 1; once && comparison.agrees(); k++) {
            if (System.nanoTime() - begin > LONG_NANOS) {
                return comparison;
            }
            if (k >= visits.size() && calls >= CALLS) {
                break;
            }
            Visit visit = visits.get(k % visits.size());
            fresh(visit.far);
            compared(visit, fresh(visit.place));
        }
        if (once && comparison.agrees()) {
            called(visits.get(0).place);
            compare(first);
        }
        return comparison;
    }

    private static List<Visit> visits(List<double[]> points, Seed seed) {
        Place one = Place.at(points.get(0));
        Place other = Place.at(points.get(points.size() - 1));
        List<Visit> visits = new ArrayList<>(List.of(new Visit(one, other, other), new Visit(other, one, one)));
        int n = one.base.length;
        if (n > 1 && points.size() > 1) {
            for (int i : new int[] {0, n - 1, seed.nextInt(n)}) {
                visits.add(new Visit(new Place(one.base, i, other.base[i]), one, other));
            }
        }
        return visits;
    }

    /** What the engine says at a place, into arrays that it has never seen. */
    private CallersArrays fresh(Place place) {
        CallersArrays own = call.arrays();
        place.into(own.x());
        call.into(own);
        calls++;
        return own;
    }

    /** Calls twice at a place, and compares; unless the function is not finite there. */
    private boolean compared(Visit visit, CallersArrays right) {
        if (!isFinite(right)) {
            return false;
        }
        called(visit.near);
        called(visit.place);
        compare(right);
        OperatorCall.unset(arrays);
        called(visit.place);
        compare(right);
        return true;
    }

    private boolean isFinite(CallersArrays found) {
        return Arrays.stream(call.positions()).allMatch(k -> Double.isFinite(found.result()[k]))
                && (!call.givesOutputs() || Arrays.stream(found.y()).allMatch(Double::isFinite));
    }

    private void called(Place place) {
        place.into(arrays.x());
        call.into(arrays);
        calls++;
        unchanged(place);
    }

    private void unchanged(Place place) {
        double[] x = arrays.x();
        for (int i = 0; i < x.length; i++) {
            double given = place.coordinate(i);
            if (x[i] != given) {
                Expected right = Expected.single(CALLER, given, 0, given, given, false);
                comparison.sum(x[i], right, 0, 0, "x[" + i + "] after call " + calls);
                return;
            }
        }
    }

    private void compare(CallersArrays right) {
        if (call.givesOutputs()) {
            vector(arrays.y(), right.y(), Positions.upTo(right.y().length), j -> "y[" + j + "]");
        }
        vector(arrays.result(), right.result(), call.positions(), call::name);
    }

    private void vector(double[] got, double[] right, int[] positions, IntFunction<String> name) {
        double[] values = Arrays.stream(positions).mapToDouble(k -> right[k]).toArray();
        Expected expected = new Expected(ITSELF, positions, values, new double[values.length]);
        comparison.vector(got, 0, 1, expected, tolerance, k -> name.apply(k) + " of call " + calls);
    }
}
