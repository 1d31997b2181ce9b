package dev.gradgap.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * JMH's own lock on the machine, held for a whole run instead of for each fork, so that no other run or JMH benchmark
 * measures in between.
 */
public final class MachineLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private MachineLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock; empty if another process has it.
     *
     * @throws IOException if the lock file cannot be opened
     */
    public static Optional<MachineLock> take() throws IOException {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        System.setProperty("jmh.ignoreLock", "true"); // each fork's Runner would find it taken: by us
        return Optional.of(new MachineLock(channel, lock));
    }

    @Override
    public void close() throws IOException {
        System.clearProperty("jmh.ignoreLock");
        lock.release();
        channel.close();
    }
}
