package dev.gradgap.run.fork;

import dev.gradgap.results.file.IoErrors;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder in the system's temporary one for all that a run needs only while it lasts. No other user can enter it. It is
 * removed at the end; what a killed process has left, the next one removes.
 *
 * <p>Whether a folder is in use is told by a lock on a file in it, which ends with the process that made it, however that
 * ends. A folder gets its name only once it is locked, so that it is never taken for one that was left.
 */
public final class PrivateFolder implements AutoCloseable {

    private static final String PREFIX = "gradgap-run-";
    private static final String UNFINISHED = "gradgap-new-";
    private static final String OF_EARLIER_VERSIONS = "gradgap-fork";
    private static final String OWNER = "owner";
    private static final String SERVICES = "META-INF/services";

    /** After which what has no lock is taken for left. */
    private static final Duration LONG = Duration.ofDays(1);

    /** A lock is the process's: it would be lost by opening and closing one's own file a second time. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel owner;

    private PrivateFolder(Path path, FileChannel owner) {
        this.path = path;
        this.owner = owner;
    }

    /**
     * Makes a folder, and removes what killed processes have left beside it.
     *
     * @throws UserError in one line that says what to do, if the temporary folder cannot be used
     */
    public static PrivateFolder create() {
        return create(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static PrivateFolder create(Path parent) {
        removeWhatWasLeft(parent);
        try {
            Path unfinished = Files.createTempDirectory(parent, UNFINISHED);
            FileChannel owner = FileChannel.open(
                    unfinished.resolve(OWNER), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            owner.lock();
            String name = unfinished.getFileName().toString().replace(UNFINISHED, PREFIX);
            Path path = unfinished.resolveSibling(name);
            OWN.add(path);
            return new PrivateFolder(Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE), owner);
        } catch (IOException e) {
            throw cannot("cannot use the temporary folder " + parent, e);
        }
    }

    private static UserError cannot(String what, IOException e) {
        return new UserError(
                IoErrors.unchecked(what, e).getMessage()
                        + "; name another with java -Djava.io.tmpdir=DIR -jar benchmarks.jar ...",
                e);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /**
     * Copies a file, or a folder with all it holds, under its own name: whatever becomes of the original, the copy stays.
     *
     * @return the copy
     * @throws UserError in one line, if it was written to meanwhile, or cannot be copied
     */
    public Path copy(Path original) {
        FileStamps before = FileStamps.of(List.of(original));
        try (Stream<Path> files = Files.walk(original, FileVisitOption.FOLLOW_LINKS)) {
            Path copy = Files.createTempDirectory(path, "copy").resolve(original.getFileName());
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(original.relativize(file)));
            }
            if (before.changed().isPresent()) {
                throw new UserError(original + " was written to while it was read; start again once it is finished");
            }
            return copy;
        } catch (UncheckedIOException e) {
            throw cannot("cannot copy " + original + " to " + path, e.getCause());
        } catch (IOException e) {
            throw cannot("cannot copy " + original + " to " + path, e);
        }
    }

    /**
     * What can stand on a class path in the place of these.
     *
     * @param originals jars, and folders of classes
     * @return in their order, copies of all but folders that offer no service: such a folder may be anything, and large
     */
    public List<String> copies(List<String> originals) {
        return originals.stream()
                .map(original -> {
                    Path path = Path.of(original).toAbsolutePath().normalize();
                    boolean offers = Files.isRegularFile(path) || Files.isDirectory(path.resolve(SERVICES));
                    return !original.isEmpty() && offers ? copy(path).toString() : original;
                })
                .toList();
    }

    /** Removes the folder with all in it. */
    @Override
    public void close() {
        try {
            owner.close();
        } catch (IOException e) {
            // it is removed all the same
        }
        remove(path);
        OWN.remove(path);
    }

    /** Tidying up is not what anybody asked for: what cannot be removed, such as another user's, stays. */
    private static void removeWhatWasLeft(Path parent) {
        try (DirectoryStream<Path> content = Files.newDirectoryStream(parent, "gradgap-*")) {
            for (Path path : content) {
                if (wasLeft(path)) {
                    remove(path);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // whether the folder can be used shows next
        }
    }

    private static boolean wasLeft(Path path) {
        String name = path.getFileName().toString();
        if (name.startsWith(PREFIX)) {
            return !OWN.contains(path) && !isInUse(path);
        }
        return (name.startsWith(UNFINISHED) || name.startsWith(OF_EARLIER_VERSIONS)) && isOld(path);
    }

    private static boolean isInUse(Path path) {
        try (FileChannel channel = FileChannel.open(path.resolve(OWNER), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (NoSuchFileException e) {
            return false; // whoever removed it was killed at that
        } catch (IOException | OverlappingFileLockException e) {
            return true;
        }
    }

    private static boolean isOld(Path path) {
        try {
            Instant modified =
                    Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
            return modified.isBefore(Instant.now().minus(LONG));
        } catch (IOException e) {
            return false; // it has gone
        }
    }

    private static void remove(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // the next process tries again
        }
    }
}
