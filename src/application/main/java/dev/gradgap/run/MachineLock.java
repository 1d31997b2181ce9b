package dev.gradgap.run;

import dev.gradgap.results.file.IoErrors;
import dev.gradgap.text.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The machine, for a whole run instead of for each fork, so that no other run or JMH benchmark measures in between. Two files
 * in the temporary folder are locked: one of this program's, which every user of the machine may write, and JMH's own. That
 * belongs to whoever ran JMH first, and who may only read it locks it together with others that read: it keeps JMH out, and
 * the first file keeps those others out.
 */
public final class MachineLock implements AutoCloseable {

    /** The system property that names the folder of the lock files, where it is not {@code java.io.tmpdir}. */
    public static final String FOLDER = "gradgap.lock.folder";

    /** JMH's own property; with it the machine is taken without a lock. */
    public static final String IGNORED_BY_JMH = "jmh.ignoreLock";

    private static final String BUSY =
            "another run, or another JMH benchmark, is measuring on this machine; two at once"
                    + " would spoil both: try again later";
    private static final List<String> FILES = List.of("gradgap.lock", "jmh.lock");

    private final List<FileChannel> locked;

    private MachineLock(List<FileChannel> locked) {
        this.locked = List.copyOf(locked);
    }

    /**
     * Takes the machine.
     *
     * @throws UserError in one line that says what to do, if another process has it or a lock file cannot be used
     */
    public static MachineLock take() {
        return take(Path.of(System.getProperty(FOLDER, System.getProperty("java.io.tmpdir"))))
                .orElseThrow(() -> new UserError(BUSY));
    }

    /** Empty if another process has the machine. */
    static Optional<MachineLock> take(Path folder) {
        List<FileChannel> locked = new ArrayList<>();
        for (String name : FILES) {
            Path file = folder.resolve(name);
            try {
                Optional<FileChannel> channel = lock(file);
                if (channel.isEmpty()) {
                    release(locked);
                    return Optional.empty();
                }
                locked.add(channel.get());
            } catch (IOException e) {
                release(locked);
                throw new UserError(
                        IoErrors.unchecked("cannot lock " + file + ", which keeps two runs from measuring at once", e)
                                        .getMessage()
                                + "; have it removed, or lock elsewhere with java -Djava.io.tmpdir=DIR -jar"
                                + " benchmarks.jar ... and see to it that nobody else measures",
                        e);
            }
        }
        System.setProperty(IGNORED_BY_JMH, "true"); // each fork's Runner would find it taken: by us
        return Optional.of(new MachineLock(locked));
    }

    /** The file, locked; empty if another process has it. */
    private static Optional<FileChannel> lock(Path file) throws IOException {
        try {
            return lock(openOrCreate(file), false);
        } catch (AccessDeniedException e) {
            return lock(FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS), true);
        }
    }

    private static Optional<FileChannel> lock(FileChannel channel, boolean shared) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            lock = null;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        if (lock == null) {
            channel.close();
        }
        return Optional.ofNullable(lock).map(held -> channel);
    }

    /** Linux may refuse to create, in a folder for all, what another user has created there; so creating comes second. */
    private static FileChannel openOrCreate(Path file) throws IOException {
        try {
            return open(file);
        } catch (NoSuchFileException e) {
            try {
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                letEverybodyLock(file);
                return channel;
            } catch (FileAlreadyExistsException created) {
                return open(file); // by another process, a moment ago
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    private static void letEverybodyLock(Path file) {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        try {
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString("rw-rw-rw-"));
            }
        } catch (IOException e) {
            // a file system without permissions
        }
    }

    @Override
    public void close() {
        System.clearProperty(IGNORED_BY_JMH);
        release(locked);
    }

    private static void release(List<FileChannel> locked) {
        for (FileChannel channel : locked) {
            try {
                channel.close();
            } catch (IOException e) {
                // a lock ends with its process at the latest
            }
        }
    }
}
