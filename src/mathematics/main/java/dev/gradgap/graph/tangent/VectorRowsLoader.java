package dev.gradgap.graph.tangent;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/**
 * Finds the rows that use the incubating vector module, where a JVM has been started with it. They are compiled apart,
 * because a compiler that targets a release does not see incubating modules; so nothing refers to them but this name.
 */
final class VectorRowsLoader {

    private static final String MODULE = "jdk.incubator.vector";
    private static final String CLASS = "dev.gradgap.graph.tangent.VectorRows";

    private VectorRowsLoader() {}

    /** Rows of w tangents with vector instructions; empty if the module is missing or has no vectors for rows so short. */
    static Optional<TangentRows> find(int w) {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.empty();
        }
        try {
            Object rows =
                    Class.forName(CLASS).getDeclaredMethod("of", int.class).invoke(null, w);
            return ((Optional<?>) rows).map(TangentRows.class::cast);
        } catch (ClassNotFoundException e) {
            return Optional.empty(); // built without the module
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the vector rows cannot be made", e);
        }
    }
}
