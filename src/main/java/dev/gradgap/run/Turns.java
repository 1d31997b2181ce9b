package dev.gradgap.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Lets two forks that run at the same time measure by turns, one iteration each in the order ABBA, so that a processor that
 * changes its speed within tenths of a second is as fast for the one as for the other. A turn is given only while both wait:
 * nothing of one fork runs while the other measures. Nor while it warms up, if the second is only started once the
 * first waits.
 *
 * <p>A fork that waits in vain, because the other has ended or takes longer than it should, is let go on by itself.
 */
final class Turns implements AutoCloseable {

    /** What a fork says: that it waits for its turn, and that the turn is over. What it is told: that it is its turn. */
    static final int WAITING = 'w';

    static final int DONE = 'd';
    static final int GO = 'g';

    private static final int KEY_BYTES = 16;
    private static final int[] ORDER = {0, 1, 1, 0};

    private final ServerSocket server;
    private final int patienceMillis;
    private final List<String> keys = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private final CountDownLatch oneWaits = new CountDownLatch(1);

    /** A fork's end of the line. */
    private static final class Seat {

        private final String key;
        private final Socket socket;
        private boolean waiting;
        private boolean gone;

        private Seat(String key, Socket socket) {
            this.key = key;
            this.socket = socket;
        }

        /** Waits for a word; none comes from a fork that has ended. */
        private boolean says(int word) throws IOException {
            int said = gone ? -1 : socket.getInputStream().read();
            gone = said != word;
            return !gone;
        }

        private void awaitWaiting() throws IOException {
            waiting = waiting || says(WAITING);
        }

        private void turn() throws IOException {
            waiting = false;
            socket.getOutputStream().write(GO);
            says(DONE);
        }
    }

    /**
     * Begins to take care of two forks that are about to start.
     *
     * @param patience how long a fork may take to come to its first turn, and for a turn
     */
    static Turns begin(Duration patience) {
        try {
            Turns turns = new Turns(patience);
            Thread thread = new Thread(turns::run, "turns");
            thread.setDaemon(true);
            thread.start();
            return turns;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on this machine's loopback address: " + e.getMessage(), e);
        }
    }

    private Turns(Duration patience) throws IOException {
        patienceMillis = Math.toIntExact(patience.toMillis());
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        server.setSoTimeout(patienceMillis);
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 2; i++) {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            keys.add(HexFormat.of().formatHex(key));
        }
    }

    /** Where the fork that comes first, 0, or second, 1, asks for its turns; for {@link Turn#PROPERTY}. */
    String address(int fork) {
        return server.getLocalPort() + ":" + keys.get(fork);
    }

    private void run() {
        try {
            accept();
            seats.get(0).awaitWaiting();
            oneWaits.countDown();
            accept();
            List<Seat> inOrder = seats.get(0).key.equals(keys.get(0)) ? seats : List.of(seats.get(1), seats.get(0));
            for (int turn = 0; !inOrder.stream().allMatch(seat -> seat.gone); turn++) {
                for (Seat seat : inOrder) {
                    seat.awaitWaiting();
                }
                Seat next = inOrder.get(ORDER[turn % ORDER.length]);
                if (next.waiting) {
                    next.turn();
                }
            }
        } catch (IOException e) {
            // Patience is lost, or close() was called: whoever still waits goes on by itself.
        } finally {
            close();
        }
    }

    /** Returns once a fork waits for its first turn, or will never. */
    void awaitOne() {
        try {
            oneWaits.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() throws IOException {
        Socket socket = server.accept();
        socket.setSoTimeout(patienceMillis);
        socket.setTcpNoDelay(true);
        InputStream in = socket.getInputStream();
        String key = new String(in.readNBytes(2 * KEY_BYTES), StandardCharsets.US_ASCII);
        boolean known = keys.contains(key) && seats.stream().noneMatch(seat -> seat.key.equals(key));
        if (!known) {
            socket.close();
            throw new IOException("another program");
        }
        synchronized (seats) {
            seats.add(new Seat(key, socket));
        }
    }

    /** Lets both go on without turns. */
    @Override
    public void close() {
        oneWaits.countDown();
        try {
            server.close();
            synchronized (seats) {
                for (Seat seat : seats) {
                    seat.socket.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("closing a socket", e);
        }
    }
}
