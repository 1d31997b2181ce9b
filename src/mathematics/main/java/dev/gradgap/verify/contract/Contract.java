package dev.gradgap.verify.contract;

import dev.gradgap.engine.Engine;
import java.util.List;
import java.util.stream.Stream;

/** All that an engine must do, in clauses that are tried one by one. */
public final class Contract {

    private static final double LOOSEST_EXACT = 1e-9;

    private Contract() {}

    /**
     * The clauses that are an engine's: all, unless it approximates, as finite differences do; then it need not follow the
     * conventions where no derivative exists, since it sees both sides.
     */
    public static List<Clause> of(Engine engine) {
        Stream<Clause> everyone = Stream.concat(Derivations.clauses(), Manners.clauses());
        return (engine.tolerance() > LOOSEST_EXACT ? everyone : Stream.concat(everyone, Conventions.clauses()))
                .toList();
    }
}
