package dev.gradgap.catalog;

import dev.gradgap.engine.EngineProvider;
import dev.gradgap.text.UserError;
import dev.gradgap.workload.WorkloadProvider;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Opens plug-in jars, so that all they contain can be found beside what is on the class path. */
final class PluginJars {

    private static final String SERVICES = "META-INF/services/";

    private PluginJars() {}

    /**
     * A class loader that sees the class path first and then the jars, which also see each other. It stays open as long
     * as the program runs, because classes are loaded when they are first used.
     *
     * @throws UserError if one is not a jar, or none of them provides anything
     */
    static ClassLoader loader(List<Path> jars) {
        ClassLoader classPath = PluginJars.class.getClassLoader();
        if (jars.isEmpty()) {
            return classPath;
        }
        List<URL> urls = new ArrayList<>();
        boolean providing = false;
        for (Path jar : jars) {
            providing |= provides(jar);
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new UserError("plug-in " + jar + ": its path cannot be used as an address", e);
            }
        }
        if (!providing) {
            throw new UserError("plug-in " + jars.get(0) + " provides neither workloads nor engines: it has no "
                    + SERVICES + WorkloadProvider.class.getName() + " and no "
                    + SERVICES + EngineProvider.class.getName());
        }
        return new URLClassLoader("plug-ins", urls.toArray(URL[]::new), classPath);
    }

    private static boolean provides(Path jar) {
        if (!Files.exists(jar)) {
            throw new UserError("plug-in " + jar + ": no such file");
        }
        if (!Files.isRegularFile(jar)) {
            throw new UserError("plug-in " + jar + ": a jar file is needed, this is a directory or a device");
        }
        if (!Files.isReadable(jar)) {
            throw new UserError("plug-in " + jar + ": permission denied");
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            return Stream.of(WorkloadProvider.class, EngineProvider.class)
                    .anyMatch(service -> file.getEntry(SERVICES + service.getName()) != null);
        } catch (IOException e) {
            throw new UserError("plug-in " + jar + ": not a jar file (" + UserError.describe(e) + ")", e);
        }
    }
}
