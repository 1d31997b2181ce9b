package dev.gradgap.engine.compiled;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Vectors;
import java.util.List;
import java.util.stream.Stream;

/** The compiled engines on narrower vectors than this machine's, and on none: to be checked, not measured. */
public final class OtherWidths {

    private static final List<Integer> WIDTHS = List.of(1, 2, 4, 8);

    private OtherWidths() {}

    /** An engine on every other width there is, for example {@code compiled-reverse:vectors=2}; none for others' engines. */
    public static Stream<Engine> of(Engine engine) {
        return WIDTHS.stream().filter(width -> width < Vectors.width()).flatMap(width -> {
            if (engine instanceof CompiledReverse reverse) {
                return Stream.of(reverse.onVectorsOf(width));
            }
            return engine instanceof CompiledForward forward ? Stream.of(forward.onVectorsOf(width)) : Stream.empty();
        });
    }

    /** What tells the engine's name from that of the same engine on this machine's vectors. */
    static String suffix(int width) {
        return width == Vectors.width() ? "" : ":vectors=" + width;
    }
}
