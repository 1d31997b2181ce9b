package dev.gradgap.jar;

import dev.gradgap.PluginJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A plug-in with engines that do the work of {@code graph-reverse}, each disturbed in a way of its own. */
final class UnsteadyEngines {

    private static final String SOURCE = """
            package unsteady;

            import dev.gradgap.engine.*;
            import dev.gradgap.function.DifferentiableFunction;
            import java.io.IOException;
            import java.io.UncheckedIOException;
            import java.lang.invoke.MethodHandle;
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.MutableCallSite;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.nio.file.StandardOpenOption;
            import java.util.List;

            public final class Unsteady implements EngineProvider {

                public List<Engine> engines() {
                    return List.of(
                            new Disturbed("even-reverse", new Even()),
                            new Disturbed("littering-reverse", new Littering()),
                            new Disturbed("deoptimising-reverse", new Deoptimising()),
                            new Disturbed("twofold-reverse", new Twofold()),
                            new Disturbed("late-reverse", new Late()),
                            new Disturbed("shy-reverse", new Shy()));
                }

                interface Disturbance {
                    double value();
                }

                /** Nothing: what the others are compared with. */
                static final class Even implements Disturbance {
                    public double value() { return 0; }
                }

                /** Allocates, though the engine says that it does not. */
                static final class Littering implements Disturbance {
                    static Object litter;
                    public double value() { litter = new double[100]; return 0; }
                }

                /** Has a call site whose target changes every 20 milliseconds, for which compiled code is given up. */
                static final class Deoptimising implements Disturbance {
                    private static final MutableCallSite SITE = new MutableCallSite(MethodHandles.constant(double.class, 1.0));
                    private static final MethodHandle INVOKER = SITE.dynamicInvoker();
                    long moment;
                    public double value() {
                        long now = System.nanoTime() / 20_000_000;
                        if (now != moment) {
                            moment = now;
                            SITE.setTarget(MethodHandles.constant(double.class, (double) now));
                        }
                        try {
                            return (double) INVOKER.invokeExact();
                        } catch (Throwable e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }

                /** A third of a millisecond more for 0.4 of every 0.8 seconds. */
                static final class Twofold implements Disturbance {
                    public double value() {
                        long until = System.nanoTime() + (System.currentTimeMillis() / 400 % 2 == 0 ? 0 : 300_000);
                        while (System.nanoTime() < until) { }
                        return 0;
                    }
                }

                /** Takes a third of a millisecond more in the first three seconds. */
                static final class Late implements Disturbance {
                    final long begin = System.nanoTime();
                    public double value() {
                        long now = System.nanoTime();
                        long until = now + (now - begin < 3_000_000_000L ? 300_000 : 0);
                        while (System.nanoTime() < until) { }
                        return 0;
                    }
                }

                /** Allocates in the first two forks that are started in a folder. */
                static final class Shy implements Disturbance {
                    private static final Path FORKS = Path.of("shy-forks");
                    static Object litter;
                    boolean known;
                    boolean litters;
                    public double value() {
                        if (!known) {
                            known = true;
                            try {
                                litters = !Files.exists(FORKS) || Files.size(FORKS) < 2;
                                Files.write(FORKS, new byte[1], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }
                        if (litters) { litter = new double[100]; }
                        return 0;
                    }
                }

                record Disturbed(String name, Disturbance disturbance) implements ReverseEngine {
                    @Override public Technology technology() { return Technology.GRAPH; }
                    @Override public boolean isGarbageFree() { return true; }

                    @Override public ReverseDifferentiator prepare(DifferentiableFunction function) {
                        return new work.GraphReverseWork(function) {
                            @Override public void jacobian(double[] x, double[] jacobian) {
                                super.jacobian(x, jacobian);
                                jacobian[0] += 1e-300 * disturbance.value();
                            }
                        };
                    }
                }
            }
            """;

    private UnsteadyEngines() {}

    /** Builds the plug-in. */
    static Path jar(Path folder) throws IOException {
        return PluginJar.build(
                folder,
                Map.of("unsteady.Unsteady", SOURCE, GraphReverseWork.NAME, GraphReverseWork.SOURCE),
                Map.of("dev.gradgap.engine.EngineProvider", "unsteady.Unsteady"));
    }
}
