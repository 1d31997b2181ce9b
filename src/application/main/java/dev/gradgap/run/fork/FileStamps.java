package dev.gradgap.run.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What files, and folders with the classes in them, were like at a moment, so that it can be told later whether one has been
 * replaced, overwritten or removed. Looks at each file's attributes only, never at its content. Files of other kinds in a
 * folder do not count: it may be the one that results are written into.
 */
final class FileStamps {

    private static final String CLASS = ".class";

    private final Map<Path, Map<Path, Stamp>> before;

    private FileStamps(Map<Path, Map<Path, Stamp>> before) {
        this.before = before;
    }

    /**
     * A file at a moment.
     *
     * @param key tells a file from another in its place, where the system can
     */
    private record Stamp(long bytes, FileTime modified, String key) {}

    /** What these are like now; one that does not exist is one that should not come to be. */
    static FileStamps of(Collection<Path> roots) {
        Map<Path, Map<Path, Stamp>> stamps = new LinkedHashMap<>();
        roots.forEach(root -> stamps.put(root, below(root)));
        return new FileStamps(stamps);
    }

    /** The first of them that is not as it was; empty if all are. */
    Optional<Path> changed() {
        return before.keySet().stream()
                .filter(root -> !before.get(root).equals(below(root)))
                .findFirst();
    }

    private static Map<Path, Stamp> below(Path root) {
        Map<Path, Stamp> stamps = new HashMap<>();
        try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.equals(root) && !file.toString().endsWith(CLASS)) {
                    continue;
                }
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                String key = String.valueOf(attributes.fileKey());
                stamps.put(file, new Stamp(attributes.size(), attributes.lastModifiedTime(), key));
            }
            return stamps;
        } catch (IOException | UncheckedIOException e) {
            return Map.of(); // it is not there, or going
        }
    }
}
