package dev.gradgap.run.fork;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The turns of a fork that measures beside another one: what {@link Turns} is for the process that started both. */
public final class Turn implements AutoCloseable {

    /**
     * The system property of a fork that names the file that says where to ask for turns; without it there is nobody to wait
     * for. A file, since every user of the machine can read a command line.
     */
    static final String PROPERTY = "gradgap.fork.turns";

    private Optional<Socket> line;

    private Turn(Optional<Socket> line) {
        this.line = line;
    }

    /** The turns of this process; every moment, if it runs alone. */
    public static Turn ofThisFork() {
        String file = System.getProperty(PROPERTY);
        try {
            return at(file == null ? "" : Files.readString(Path.of(file)));
        } catch (IOException e) {
            return new Turn(Optional.empty()); // the other fork waits in vain, and Turns objects
        }
    }

    /** The turns of a fork with an address of {@link Turns}; every moment, if it is empty or nobody answers there. */
    static Turn at(String address) {
        int colon = address.indexOf(':');
        if (colon < 0) {
            return new Turn(Optional.empty());
        }
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(address.substring(0, colon)));
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(address.substring(colon + 1).getBytes(StandardCharsets.US_ASCII));
            return new Turn(Optional.of(socket));
        } catch (IOException e) {
            return new Turn(Optional.empty());
        }
    }

    /** Returns when it is this fork's turn. */
    public void begin() {
        if (line.isEmpty()) {
            return;
        }
        try {
            line.get().getOutputStream().write(Turns.WAITING);
            if (line.get().getInputStream().read() != Turns.GO) {
                close();
            }
        } catch (IOException e) {
            close();
        }
    }

    /** Lets the other fork have its turn. */
    public void end() {
        if (line.isEmpty()) {
            return;
        }
        try {
            line.get().getOutputStream().write(Turns.DONE);
        } catch (IOException e) {
            close();
        }
    }

    /** Leaves all turns to the other fork. */
    @Override
    public void close() {
        try {
            if (line.isPresent()) {
                line.get().close();
            }
        } catch (IOException e) {
            // nobody is on the line
        }
        line = Optional.empty();
    }
}
