package dev.gradgap.catalog;

import dev.gradgap.engine.Asked;
import dev.gradgap.text.UserError;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that the providers of one service offer, by name. Providers are other people's code: whatever one of them throws
 * becomes an error that names it.
 *
 * @param <P> the provider's type
 * @param <T> what it provides
 */
final class NamedServices<P, T> {

    private final String kind;
    private final Class<P> service;
    private final Function<P, List<T>> content;
    private final Function<T, String> name;
    private final Function<T, Optional<String>> fault;

    /**
     * Describes a service.
     *
     * @param kind what a user calls the things provided, {@code workload} or {@code engine}
     * @param fault why a thing provided cannot be used, in one line; empty if it can
     */
    NamedServices(
            String kind,
            Class<P> service,
            Function<P, List<T>> content,
            Function<T, String> name,
            Function<T, Optional<String>> fault) {
        this.kind = kind;
        this.service = service;
        this.content = content;
        this.name = name;
        this.fault = fault;
    }

    /** Everything found through a class loader, in the providers' order. */
    Map<String, T> load(ClassLoader loader, List<Path> plugins) {
        Map<String, T> found = new LinkedHashMap<>();
        Map<String, String> origins = new LinkedHashMap<>();
        for (ServiceLoader.Provider<P> provider : providers(loader, plugins)) {
            String origin = origin(provider);
            Watchdog.over(origin, () -> contentOf(provider, origin)).forEach((key, value) -> {
                String previous = origins.putIfAbsent(key, origin);
                if (previous != null) {
                    throw new UserError(origin + ": there is already " + (kind.equals("engine") ? "an " : "a ") + kind
                            + " '" + key + "', from " + previous + "; give it another name");
                }
                found.put(key, value);
            });
        }
        return found;
    }

    private List<ServiceLoader.Provider<P>> providers(ClassLoader loader, List<Path> plugins) {
        try {
            return ServiceLoader.load(service, loader).stream().toList();
        } catch (ServiceConfigurationError | LinkageError e) {
            String where = plugins.isEmpty()
                    ? "the class path"
                    : plugins.stream().map(Path::toString).collect(Collectors.joining(", ", "plug-in ", ""));
            throw new UserError(where + ": " + reason(e), e);
        }
    }

    /** The service file, its line if the loader knows it, and what is wrong there. */
    private String reason(Error error) {
        String message = String.valueOf(error.getMessage()).replaceFirst("^\\Q" + service.getName() + "\\E: ", "");
        int entry = message.indexOf("!/META-INF/");
        return entry >= 0 ? message.substring(entry + 2) : "META-INF/services/" + service.getName() + ": " + message;
    }

    private Map<String, T> contentOf(ServiceLoader.Provider<P> provider, String origin) {
        Map<String, T> named = new LinkedHashMap<>();
        try {
            for (T element : content.apply(provider.get())) {
                if (element == null) {
                    throw new UserError(origin + ": one of its " + kind + "s is null");
                }
                String key = name.apply(element);
                if (!Asked.isName(key)) {
                    throw new UserError(origin + ": '" + key + "' cannot be the name of a " + kind
                            + "; letters and digits are allowed, and . _ + - after the first");
                }
                Optional<String> problem = fault.apply(element);
                if (problem.isPresent()) {
                    throw new UserError(origin + ": " + kind + " '" + key + "': " + problem.get());
                }
                if (named.put(key, element) != null) {
                    throw new UserError(origin + ": there are two of the name '" + key + "'; rename one");
                }
            }
        } catch (UserError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            Throwable problem = e instanceof ServiceConfigurationError && e.getCause() != null ? e.getCause() : e;
            throw new UserError(origin + " failed: " + UserError.describe(problem), e);
        }
        return named;
    }

    private static String origin(ServiceLoader.Provider<?> provider) {
        Class<?> type = provider.type();
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || type.getClassLoader() == NamedServices.class.getClassLoader()) {
            return "provider " + type.getName();
        }
        String jar = URI.create(source.getLocation().toString()).getPath();
        return "plug-in " + jar.substring(jar.lastIndexOf('/') + 1) + ", provider " + type.getName();
    }
}
