package dev.gradgap.verify.contract;

import dev.gradgap.engine.Engine;
import java.util.function.Consumer;

/**
 * One thing that an engine must do.
 *
 * @param name what, as a statement in one line
 * @param body finds out
 */
public record Clause(String name, Consumer<Trial> body) {

    /**
     * Finds out whether an engine keeps it.
     *
     * @param tolerance the error that derivatives may have, relative to the size of all of them or to 1
     * @throws BrokenClauseException if it does not
     * @throws dev.gradgap.engine.RefusedException if it refuses the function that it would be tried with
     * @throws RuntimeException whatever else the engine throws
     */
    public void check(Engine engine, double tolerance) {
        body.accept(new Trial(engine, tolerance));
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
