package dev.gradgap.run.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Lets two forks that run at the same time measure by turns, one iteration each in the order ABBA, so that a processor that
 * changes its speed within tenths of a second is as fast for the one as for the other. A turn is given only while both wait:
 * nothing of one fork runs while the other measures. Nor while it warms up, if the second is only started once the
 * first waits.
 *
 * <p>A fork that waits in vain, because the other has ended or takes longer than it should, is let go on by itself; {@link
 * #objection} then says so. Whoever connects without one of the two secret keys is sent away and changes nothing.
 */
final class Turns implements AutoCloseable {

    /** What a fork says: that it waits for its turn, and that the turn is over. What it is told: that it is its turn. */
    static final int WAITING = 'w';

    static final int DONE = 'd';
    static final int GO = 'g';

    private static final int KEY_BYTES = 16;
    private static final int KEY_PATIENCE_MILLIS = 10_000;
    private static final int NOBODY = -1;
    private static final int[] ORDER = {0, 1, 1, 0};

    private final ServerSocket server;
    private final Duration patience;
    private final List<String> keys = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private final LinkedBlockingQueue<Seat> arrivals = new LinkedBlockingQueue<>();
    private final Set<Integer> seated = ConcurrentHashMap.newKeySet();
    private final CountDownLatch oneWaits = new CountDownLatch(1);
    private volatile String objection = "the two did not both come to measure by turns";

    /** A fork's end of the line. */
    private static final class Seat {

        private final int place;
        private final Socket socket;
        private boolean waiting;
        private boolean gone;

        private Seat(int place, Socket socket) {
            this.place = place;
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
            start(turns::listen, "turns-door");
            start(turns::run, "turns");
            return turns;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on this machine's loopback address: " + e.getMessage(), e);
        }
    }

    private static void start(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private Turns(Duration patience) throws IOException {
        this.patience = patience;
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 2; i++) {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            keys.add(HexFormat.of().formatHex(key));
        }
    }

    /** Where the fork that comes first, 0, or second, 1, asks for its turns: {@code port:key}, a secret. */
    String address(int fork) {
        return server.getLocalPort() + ":" + keys.get(fork);
    }

    /**
     * Why the forks did not measure by turns, in words; empty if they did, at least as long as both measured. To be asked
     * once both have ended.
     */
    Optional<String> objection() {
        return Optional.of(objection).filter(words -> !words.isEmpty());
    }

    /** Anybody may connect, and say nothing for a while: each is heard by itself. */
    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                start(() -> admit(socket), "turns-key");
            } catch (IOException e) {
                // close() was called, or somebody hung up
            }
        }
    }

    private void admit(Socket socket) {
        try {
            socket.setSoTimeout(KEY_PATIENCE_MILLIS);
            String key = new String(socket.getInputStream().readNBytes(2 * KEY_BYTES), StandardCharsets.US_ASCII);
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            socket.setTcpNoDelay(true);
            int place = keys.indexOf(key);
            boolean welcome = place >= 0 && seated.add(place);
            if (welcome) {
                arrivals.add(new Seat(place, socket));
            }
            if (!welcome || server.isClosed()) {
                socket.close();
            }
        } catch (IOException e) {
            closeQuietly(socket);
        }
    }

    private void run() {
        try {
            seat();
            seats.get(0).awaitWaiting();
            oneWaits.countDown();
            seat();
            List<Seat> inOrder = seats.get(0).place == 0 ? seats : List.of(seats.get(1), seats.get(0));
            for (Seat seat : inOrder) {
                seat.awaitWaiting();
            }
            if (inOrder.stream().allMatch(seat -> seat.waiting)) {
                objection = "";
            }
            for (int turn = 0; !inOrder.stream().allMatch(seat -> seat.gone); turn++) {
                for (Seat seat : inOrder) {
                    seat.awaitWaiting();
                }
                Seat next = inOrder.get(ORDER[turn % ORDER.length]);
                if (next.waiting) {
                    next.turn();
                }
            }
        } catch (SocketTimeoutException e) {
            if (seats.stream().noneMatch(seat -> seat.gone)) {
                objection = "one of the two took more than " + patience.toMillis() + " ms for a turn or between two";
            }
        } catch (IOException e) {
            // Patience is lost, or close() was called: whoever still waits goes on by itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

    /** Waits for a fork that has not come before. */
    private void seat() throws IOException, InterruptedException {
        Seat arrived = arrivals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (arrived == null || arrived.place == NOBODY) {
            throw new IOException("nobody comes");
        }
        synchronized (seats) {
            seats.add(arrived);
        }
    }

    /** Lets both go on without turns. */
    @Override
    public void close() {
        oneWaits.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a socket", e);
        }
        synchronized (seats) {
            seats.forEach(seat -> closeQuietly(seat.socket));
        }
        arrivals.forEach(seat -> closeQuietly(seat.socket));
        arrivals.add(new Seat(NOBODY, new Socket()));
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // whoever was there has gone
        }
    }
}
