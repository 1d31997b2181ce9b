package dev.gradgap.catalog;

import dev.gradgap.engine.Asked;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.EngineProvider;
import dev.gradgap.text.Glob;
import dev.gradgap.text.UserError;
import dev.gradgap.workload.WorkloadFamily;
import dev.gradgap.workload.WorkloadProvider;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every workload and every engine there is, by name: the suite's own, those of other jars on the class path, and those of
 * plug-in jars. Immutable.
 */
public final class Catalog {

    private static final NamedServices<WorkloadProvider, WorkloadFamily> WORKLOADS = new NamedServices<>(
            "workload", WorkloadProvider.class, WorkloadProvider::families, WorkloadFamily::name, CheckedFamily::fault);
    private static final NamedServices<EngineProvider, Engine> ENGINES =
            new NamedServices<>("engine", EngineProvider.class, EngineProvider::engines, Engine::name, Asked::fault);

    private final Map<String, WorkloadFamily> workloads;
    private final Map<String, Engine> engines;

    private Catalog(Map<String, WorkloadFamily> workloads, Map<String, Engine> engines) {
        this.workloads = workloads;
        this.engines = engines;
    }

    /**
     * The catalog of the class path and some plug-in jars.
     *
     * @param plugins jars with a provider of workloads or of engines, or with what such a jar needs
     * @throws UserError if a jar cannot be used, a provider fails, or a name is taken
     */
    public static Catalog load(List<Path> plugins) {
        ClassLoader loader = PluginJars.loader(plugins);
        Map<String, WorkloadFamily> workloads = WORKLOADS.load(loader, plugins);
        workloads.replaceAll((name, family) -> CheckedFamily.of(family));
        return new Catalog(workloads, ENGINES.load(loader, plugins));
    }

    /** All workloads, the suite's own first. */
    public List<WorkloadFamily> workloads() {
        return List.copyOf(workloads.values());
    }

    /** All engines, the suite's own first. */
    public List<Engine> engines() {
        return List.copyOf(engines.values());
    }

    /**
     * The workload with a name, which may carry parameters: {@code random:operations=8:locality=64}.
     *
     * @throws UserError if there is none, or a parameter is wrong
     */
    public WorkloadFamily workload(String name) {
        String[] parts = name.split(":", -1);
        WorkloadFamily family = find("workload", parts[0], workloads);
        return parts.length == 1 ? family : with(family, name, parts);
    }

    /**
     * The workloads that a glob matches ({@code *} any text, {@code ?} one character), with the parameters after its
     * first colon, if any.
     *
     * @return at least one
     * @throws UserError if there is none
     */
    public List<WorkloadFamily> workloads(String glob) {
        String[] parts = glob.split(":", -1);
        if (!Glob.hasWildcard(parts[0])) {
            return List.of(workload(glob));
        }
        return matching("workload", parts[0], workloads).stream()
                .map(family -> parts.length == 1 ? family : with(family, glob, parts))
                .toList();
    }

    /**
     * The engine with a name.
     *
     * @throws UserError if there is none
     */
    public Engine engine(String name) {
        return find("engine", name, engines);
    }

    /**
     * The engines that a glob matches ({@code *} any text, {@code ?} one character).
     *
     * @return at least one
     * @throws UserError if there is none
     */
    public List<Engine> engines(String glob) {
        return Glob.hasWildcard(glob) ? matching("engine", glob, engines) : List.of(engine(glob));
    }

    private static <T> T find(String kind, String name, Map<String, T> all) {
        T found = all.get(name);
        if (found == null) {
            throw new UserError("unknown " + kind + " '" + name + "'" + NearestName.hint(name, all.keySet()) + " (list "
                    + kind + "s shows all)");
        }
        return found;
    }

    private static <T> List<T> matching(String kind, String pattern, Map<String, T> all) {
        Glob glob = new Glob(pattern);
        List<T> found = all.entrySet().stream()
                .filter(entry -> glob.matches(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (found.isEmpty()) {
            throw new UserError("no " + kind + " matches '" + pattern + "' (list " + kind + "s shows all)");
        }
        return found;
    }

    private static WorkloadFamily with(WorkloadFamily family, String text, String[] parts) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Collection<String> known = family.parameters().keySet();
        for (int p = 1; p < parts.length; p++) {
            int equals = parts[p].indexOf('=');
            if (equals < 1) {
                throw new UserError("workload '" + text + "': '" + parts[p] + "' is not a parameter; write "
                        + family.name() + ":key=value");
            }
            String key = parts[p].substring(0, equals);
            if (!known.contains(key)) {
                throw new UserError("workload " + family.name() + " has no parameter '" + key + "'"
                        + NearestName.hint(key, known)
                        + (known.isEmpty() ? " (it has none)" : " (it has " + String.join(", ", known) + ")"));
            }
            if (parameters.put(key, parts[p].substring(equals + 1)) != null) {
                throw new UserError("workload '" + text + "': parameter " + key + " is given twice");
            }
        }
        try {
            return family.with(parameters);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }
}
