package dev.gradgap.verify.contract;

import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.RefusedException;
import dev.gradgap.engine.ReverseDifferentiator;
import dev.gradgap.verify.contract.ContractFunctions.Forgetful;
import dev.gradgap.verify.contract.ContractFunctions.Lecture;
import dev.gradgap.verify.contract.ContractFunctions.Mixed;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** That an engine says what it is, keeps to the arrays it is given, and does not depend on what it was asked before. */
final class Manners {

    private static final int CALLS = 25;
    private static final int CHUNKED = 19; // inputs, which no chunk divides

    private Manners() {}

    static Stream<Clause> clauses() {
        return Stream.of(
                new Clause("it says what it is", Manners::description),
                new Clause("gradient() of several outputs throws IllegalStateException", Manners::gradientOfSeveral),
                new Clause("calls at other points leave no trace", Manners::otherPoints),
                new Clause("one array for all points, which it must not take for one point", Manners::oneArray),
                new Clause("the 25th call is as right as the first", Manners::manyCalls),
                new Clause("reverse mode: a primal between record and sweep changes nothing", Manners::primalBetween),
                new Clause("reverse mode: a recording is swept with any weights", Manners::sweepsOfOneRecording),
                new Clause("forward mode: a pass fills the columns of its inputs and no others", Manners::passes),
                new Clause("an output left unset is reported by number", trial -> unsetOutput(trial, false)),
                new Clause("an output set to null is reported by number", trial -> unsetOutput(trial, true)));
    }

    private static KnownFunction mixed(int inputs) {
        Mixed mixed = new Mixed(inputs);
        return new KnownFunction(mixed, mixed::jacobian);
    }

    private static void description(Trial trial) {
        Engine engine = trial.engine();
        Trial.holds(
                engine.name().matches("[a-z0-9]+(-[a-z0-9]+)*"),
                () -> "name() is " + engine.name() + ", which is not lower case with hyphens");
        Operator ofOtherMode = engine.mode() == Mode.FORWARD ? Operator.PULLBACK : Operator.PUSHFORWARD;
        Trial.holds(
                !engine.operators().contains(ofOtherMode),
                () -> "operators() lists " + ofOtherMode + ", which is of the other mode");
        OptionalLong small = engine.predictedBytes(1000, 1, 5000);
        OptionalLong large = engine.predictedBytes(2000, 1, 10000);
        Trial.holds(
                small.isPresent() == large.isPresent() && small.orElse(1) > 0 && small.orElse(1) <= large.orElse(1),
                () -> "predictedBytes() is " + small + " for 5,000 operations and " + large + " for 10,000");
        Differentiator prepared =
                trial.prepared(new KnownFunction(new Lecture(), x -> new double[] {x[1] + 1, x[0] + 2 * x[1] + 1}));
        int passes = engine.mode() == Mode.FORWARD ? (2 - 1) / engine.tangentsPerPass() + 1 : 1;
        Trial.holds(
                prepared.passes() == passes,
                () -> "passes() is " + prepared.passes() + " for two inputs, where " + passes + " is right");
    }

    private static void gradientOfSeveral(Trial trial) {
        Differentiator differentiator = trial.prepared(mixed(3));
        String outcome;
        try {
            differentiator.gradient(new double[3], new double[3]);
            outcome = "it threw nothing";
        } catch (IllegalStateException e) {
            return;
        } catch (RuntimeException e) {
            outcome = "it threw " + e;
        }
        throw new BrokenClauseException(outcome);
    }

    private static void otherPoints(Trial trial) {
        KnownFunction function = mixed(6);
        Differentiator differentiator = trial.prepared(function);
        for (int seed = 0; seed < 5; seed++) {
            trial.isRight(differentiator, function, Trial.point(6, seed));
        }
    }

    private static void oneArray(Trial trial) {
        repeated(trial, 2);
    }

    private static void manyCalls(Trial trial) {
        repeated(trial, CALLS);
    }

    /** Calls with one array for all points and one for all results, which holds the last ones. */
    private static void repeated(Trial trial, int calls) {
        KnownFunction function = mixed(4);
        Operator all = Operator.JACOBIAN;
        if (!trial.engine().operators().contains(all)) {
            return;
        }
        Differentiator differentiator = trial.prepared(function);
        double[] x = new double[4];
        double[] jacobian = Trial.unset(4 * function.outputs());
        for (int call = 1; call <= calls; call++) {
            System.arraycopy(Trial.point(4, call % 3), 0, x, 0, x.length);
            differentiator.jacobian(x, jacobian);
            trial.same(
                    "in call " + call + " dy/dx", jacobian, function.jacobian().apply(x));
        }
    }

    private static void primalBetween(Trial trial) {
        if (trial.prepared(mixed(4)) instanceof ReverseDifferentiator reverse
                && trial.engine().operators().contains(Operator.PULLBACK)) {
            double[] y = new double[5];
            double[] first = new double[4];
            double[] again = new double[4];
            double[] weights = {1, 2, 3, 4, 5};
            reverse.record(Trial.point(4, 3), y);
            reverse.sweep(weights, first);
            long tapeBytes = reverse.tapeBytes();
            reverse.primal(Trial.point(4, 4), y);
            Trial.holds(
                    reverse.tapeBytes() == tapeBytes,
                    () -> "tapeBytes() went from " + tapeBytes + " to " + reverse.tapeBytes());
            reverse.sweep(weights, again);
            trial.same("swept again, the pullback", again, first);
        }
    }

    private static void sweepsOfOneRecording(Trial trial) {
        KnownFunction function = mixed(4);
        if (trial.prepared(function) instanceof ReverseDifferentiator reverse
                && trial.engine().operators().contains(Operator.PULLBACK)) {
            double[] x = Trial.point(4, 5);
            reverse.record(x, new double[5]);
            double[] jacobian = function.jacobian().apply(x);
            for (int j = 0; j < 5; j++) {
                double[] weights = new double[5];
                weights[j] = 1;
                double[] row = Trial.unset(4);
                reverse.sweep(weights, row);
                trial.same("row " + j, row, Arrays.copyOfRange(jacobian, 4 * j, 4 * j + 4));
            }
        }
    }

    private static void passes(Trial trial) {
        KnownFunction function = mixed(CHUNKED);
        if (trial.prepared(function) instanceof ForwardDifferentiator forward
                && trial.engine().operators().contains(Operator.JACOBIAN)) {
            double[] x = Trial.point(CHUNKED, 5);
            double[] right = function.jacobian().apply(x);
            int chunk = trial.engine().tangentsPerPass();
            forward.start(x);
            for (int pass = forward.passes() - 1; pass >= 0; pass--) {
                double[] jacobian = Trial.unset(right.length);
                forward.pass(pass, x, jacobian);
                for (int k = 0; k < right.length; k++) {
                    onlyItsColumns(trial, pass, k, chunk, jacobian, right);
                }
            }
        }
    }

    private static void onlyItsColumns(Trial trial, int pass, int k, int chunk, double[] jacobian, double[] right) {
        int column = k % CHUNKED;
        if (column / chunk == pass) {
            trial.same("pass " + pass + ", column " + column, new double[] {jacobian[k]}, new double[] {right[k]});
        } else {
            Trial.holds(
                    Double.isNaN(jacobian[k]), () -> "pass " + pass + " wrote into column " + column + ", not its own");
        }
    }

    private static void unsetOutput(Trial trial, boolean setsNull) {
        KnownFunction forgetful = new KnownFunction(new Forgetful(setsNull), x -> new double[6]);
        String outcome;
        try {
            Differentiator differentiator = trial.prepared(forgetful);
            differentiator.jacobian(new double[2], new double[6]);
            differentiator.primal(new double[2], new double[3]);
            outcome = "it threw nothing";
        } catch (RefusedException e) {
            throw e;
        } catch (IllegalStateException e) {
            if (String.valueOf(e.getMessage()).contains("output 2")) {
                return;
            }
            outcome = "it threw " + e;
        } catch (RuntimeException e) {
            outcome = "it threw " + e;
        }
        throw new BrokenClauseException(outcome + ", where an IllegalStateException that says \"output 2\" is right");
    }
}
