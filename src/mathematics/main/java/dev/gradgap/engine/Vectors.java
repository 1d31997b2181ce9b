package dev.gradgap.engine;

/** The vectors that engines compute with in this process, which decide what code they write or choose. */
public final class Vectors {

    private static final String MODULE = "jdk.incubator.vector";
    private static final int WIDTH = preferredWidth();

    private Vectors() {}

    /** The number of doubles in a vector; 1 if the JVM was started without the module, so that there are no vectors. */
    public static int width() {
        return WIDTH;
    }

    private static int preferredWidth() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return 1;
        }
        try {
            Object species = Class.forName(MODULE + ".DoubleVector")
                    .getField("SPECIES_PREFERRED")
                    .get(null);
            return (int)
                    Class.forName(MODULE + ".VectorSpecies").getMethod("length").invoke(species);
        } catch (ReflectiveOperationException e) {
            return 1; // an incubating module may have changed: scalars always work
        }
    }
}
