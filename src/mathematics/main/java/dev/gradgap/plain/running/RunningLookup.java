package dev.gradgap.plain.running;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;

/** Looks up on behalf of the module of its loader: only who is in a class's module may define others beside it. */
public final class RunningLookup {

    private RunningLookup() {}

    public static Lookup lookup() {
        return MethodHandles.lookup();
    }
}
