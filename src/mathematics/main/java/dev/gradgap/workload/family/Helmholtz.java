package dev.gradgap.workload.family;

import dev.gradgap.workload.Seed;
import dev.gradgap.workload.Workload;
import java.util.OptionalLong;

/**
 * The Helmholtz free energy of a mixed fluid by the Peng-Robinson equation of state, the running example of the
 * literature on automatic differentiation:
 *
 * <p>f(x) = RT &Sigma; x<sub>i</sub> ln(x<sub>i</sub> / (1 - b&middot;x)) - x'Ax / (&radic;8 b&middot;x) ln((1 + (1 +
 * &radic;2) b&middot;x) / (1 + (1 - &radic;2) b&middot;x))
 *
 * <p>The attraction follows the geometric mean rule A<sub>ij</sub> = &radic;(a<sub>i</sub> a<sub>j</sub>) of the
 * Peng-Robinson mixing rules without interaction coefficients. So x'Ax = (&Sigma; &radic;a<sub>i</sub>
 * x<sub>i</sub>)<sup>2</sup>, and the function takes O(n) operations and O(n) data at every size; with a general
 * matrix it would take O(n<sup>2</sup>).
 *
 * <p>The x<sub>i</sub> of the sample point are uniform on [0.5, 1.5), the n b<sub>i</sub> on [0.2, 0.8) and the
 * &radic;(n a<sub>i</sub>) on [0.5, 1.5), so that b&middot;x is about 0.5 at every size, within its domain (0, 1);
 * energies are in units of RT.
 *
 * <p>Source: A. Griewank, On automatic differentiation, in Mathematical Programming: Recent Developments and
 * Applications, Kluwer 1989; A. G. Baydin et al., Automatic differentiation in machine learning: a survey, JMLR 18,
 * 2018, sec. 5; D.-Y. Peng and D. B. Robinson, A new two-constant equation of state, Ind. Eng. Chem. Fundam. 15(1),
 * 1976.
 */
final class Helmholtz extends BuiltInFamily {

    Helmholtz() {
        super(
                "helmholtz",
                "physical model",
                "f(x) = RT sum x_i ln(x_i / (1 - b.x)) - x'Ax / (sqrt(8) b.x) ln((1 + (1 + sqrt(2)) b.x)"
                        + " / (1 + (1 - sqrt(2)) b.x)), A_ij = sqrt(a_i a_j)",
                "A. Griewank, On automatic differentiation, 1989; Baydin et al., JMLR 18, 2018, sec. 5");
    }

    @Override
    public OptionalLong operations(int inputs) {
        return OptionalLong.of(8L * inputs + 10);
    }

    @Override
    Workload member(int inputs, long seed) {
        Seed stream = new Seed(seed);
        double[] covolumes = uniform(stream, inputs, 0.2 / inputs, 0.8 / inputs);
        double scale = 1 / Math.sqrt(inputs);
        double[] attractions = uniform(stream, inputs, 0.5 * scale, 1.5 * scale);
        HelmholtzFunction function = new HelmholtzFunction(covolumes, attractions);
        return new Workload(name(), function, uniform(stream, inputs, 0.5, 1.5));
    }
}
