package dev.gradgap.engine.library;

import dev.gradgap.engine.CarefulForward;
import dev.gradgap.engine.CollectedOutputs;
import dev.gradgap.engine.ForwardDifferentiator;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.function.Inputs;
import java.util.function.IntFunction;
import org.apache.commons.math3.analysis.differentiation.DSCompiler;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;

/** Runs the function once on numbers with a tangent for every input, or with one for a pushforward. */
final class DerivativeStructureDifferentiator implements ForwardDifferentiator {

    private static final int ORDER = 1;

    private final DifferentiableFunction function;
    private final int inputs;
    private final DerivativeStructureArithmetic allTangents;
    private final DerivativeStructureArithmetic oneTangent = new DerivativeStructureArithmetic(1);
    private final CollectedOutputs<DerivativeStructure> outputs;
    private final CarefulForward careful;

    DerivativeStructureDifferentiator(DifferentiableFunction function) {
        this.function = function;
        inputs = function.inputs();
        DSCompiler.getCompiler(inputs, ORDER); // builds the tables, which later numbers find ready
        allTangents = new DerivativeStructureArithmetic(inputs);
        outputs = new CollectedOutputs<>(oneTangent.array(function.outputs()));
        careful = new CarefulForward(function);
    }

    private record View(int size, IntFunction<DerivativeStructure> number) implements Inputs<DerivativeStructure> {
        @Override
        public DerivativeStructure get(int i) {
            return number.apply(i);
        }
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return outputs.size();
    }

    @Override
    public int passes() {
        return 1;
    }

    @Override
    public void primal(double[] x, double[] y) {
        outputs.evaluate(function, allTangents, new View(inputs, i -> allTangents.constant(x[i])));
        values(y);
    }

    @Override
    public void start(double[] x) {
        // The only pass does everything.
    }

    @Override
    public void pass(int pass, double[] x, double[] jacobian) {
        outputs.evaluate(function, allTangents, new View(inputs, i -> new DerivativeStructure(inputs, ORDER, i, x[i])));
        boolean allNumbers = true;
        for (int j = 0; j < outputs.size(); j++) {
            double[] valueAndTangents = outputs.get(j).getAllDerivatives();
            for (int i = 0; i < inputs; i++) {
                jacobian[j * inputs + i] = valueAndTangents[1 + i];
                allNumbers &= !Double.isNaN(valueAndTangents[1 + i]);
            }
        }
        if (!allNumbers) {
            careful.repairColumns(0, inputs, x, jacobian);
        }
    }

    @Override
    public void pushforward(double[] x, double[] tangent, double[] y, double[] outputTangent) {
        outputs.evaluate(
                function, oneTangent, new View(inputs, i -> new DerivativeStructure(1, ORDER, x[i], tangent[i])));
        values(y);
        for (int j = 0; j < outputs.size(); j++) {
            outputTangent[j] = outputs.get(j).getPartialDerivative(1);
        }
        careful.repairPush(x, tangent, outputTangent);
    }

    private void values(double[] y) {
        for (int j = 0; j < outputs.size(); j++) {
            y[j] = outputs.get(j).getValue();
        }
    }
}
