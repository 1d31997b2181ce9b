package dev.gradgap.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {

    /** A thread each: a common pool of one thread would let the second fork wait for the first. */
    private static final Executor THREADS = task -> new Thread(task).start();

    private static final Duration LONG = Duration.ofMinutes(10);

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger measuring = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger betweenTurns = new AtomicInteger();
    private final AtomicInteger mostBetweenTurns = new AtomicInteger();

    /** A fork with so many iterations. */
    private CompletableFuture<Void> fork(Turns turns, int place, int iterations) {
        return CompletableFuture.runAsync(
                () -> {
                    try (Turn turn = Turn.at(turns.address(place))) {
                        measure(turn, place, iterations);
                    }
                },
                THREADS);
    }

    private void measure(Turn turn, int place, int iterations) {
        for (int i = 0; i < iterations; i++) {
            turn.begin();
            most.accumulateAndGet(measuring.incrementAndGet(), Math::max);
            log.add(Integer.toString(place));
            mostBetweenTurns.accumulateAndGet(betweenTurns.get(), Math::max);
            sleep(2);
            measuring.decrementAndGet();
            boolean last = i == iterations - 1;
            if (!last) {
                betweenTurns.incrementAndGet();
            }
            turn.end();
            if (!last) {
                sleep(5); // what a harness does between iterations
                betweenTurns.decrementAndGet();
            }
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoForksMeasureByTurnsAndNeverAtTheSameTime() {
        try (Turns turns = Turns.begin(LONG)) {
            CompletableFuture<Void> second = fork(turns, 1, 6);
            CompletableFuture<Void> first = fork(turns, 0, 6);
            first.join();
            second.join();
        }
        assertThat(String.join("", log)).isEqualTo("011001100110");
        assertThat(most.get()).isEqualTo(1);
        assertThat(mostBetweenTurns.get()).isZero();
    }

    @Test
    void theSecondCanWaitForTheFirstToBeReady() {
        try (Turns turns = Turns.begin(LONG)) {
            CompletableFuture<Void> first = fork(turns, 0, 2);
            turns.awaitOne();
            assertThat(first).isNotDone();
            assertThat(log).isEmpty();
            fork(turns, 1, 2).join();
            first.join();
        }
        assertThat(String.join("", log)).isEqualTo("0110");
    }

    @Test
    void whoHasMoreIterationsMeasuresTheRestByItself() {
        try (Turns turns = Turns.begin(LONG)) {
            CompletableFuture<Void> first = fork(turns, 0, 2);
            fork(turns, 1, 5).join();
            first.join();
            assertThat(turns.objection()).isEmpty();
        }
        assertThat(String.join("", log)).isEqualTo("0110111");
    }

    @Test
    @SuppressWarnings("try") // closed early, as by a fork that has ended
    void aForkIsLetGoOnIfTheOtherHasEndedBeforeItsFirstTurn() {
        try (Turns turns = Turns.begin(LONG)) {
            CompletableFuture<Void> first = fork(turns, 0, 3);
            turns.awaitOne();
            turns.close();
            first.join();
        }
        assertThat(String.join("", log)).isEqualTo("000");
    }

    @Test
    void aForkIsLetGoOnIfTheOtherTakesTooLongToCome() {
        try (Turns turns = Turns.begin(Duration.ofMillis(50))) {
            fork(turns, 0, 3).join();
            assertThat(turns.objection()).contains("the two did not both come to measure by turns");
        }
        assertThat(String.join("", log)).isEqualTo("000");
    }

    @Test
    void aForkIsLetGoOnIfATurnOfTheOtherNeverEnds() {
        try (Turns turns = Turns.begin(Duration.ofMillis(300));
                Turn endless = Turn.at(turns.address(0))) {
            CompletableFuture<Void> begun = CompletableFuture.runAsync(endless::begin, THREADS);
            fork(turns, 1, 3).join();
            begun.join();
            assertThat(turns.objection()).contains("one of the two took more than 300 ms for a turn or between two");
        }
        assertThat(String.join("", log)).isEqualTo("111");
    }

    private static Socket connected(Turns turns) throws IOException {
        String address = turns.address(0);
        int port = Integer.parseInt(address.substring(0, address.indexOf(':')));
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    @Test
    void aProgramWithoutTheKeyIsSentAwayAndTheForksTakeTheirTurns() throws Exception {
        try (Turns turns = Turns.begin(LONG);
                Socket silent = connected(turns);
                Socket wrong = connected(turns)) {
            assertThat(silent.isConnected()).isTrue();
            wrong.getOutputStream().write("0123456789abcdef0123456789abcdefw".getBytes(StandardCharsets.US_ASCII));
            assertThat(wrong.getInputStream().read()).isEqualTo(-1);

            CompletableFuture<Void> first = fork(turns, 0, 2);
            fork(turns, 1, 2).join();
            first.join();

            assertThat(turns.objection()).isEmpty();
        }
        assertThat(String.join("", log)).isEqualTo("0110");
    }

    @Test
    void aKeyIsGoodForOneForkOnly() throws Exception {
        try (Turns turns = Turns.begin(LONG)) {
            CompletableFuture<Void> first = fork(turns, 0, 2);
            turns.awaitOne();
            try (Turn again = Turn.at(turns.address(0))) {
                measure(again, 7, 1); // sent away, so that it need not wait
            }
            fork(turns, 1, 2).join();
            first.join();
        }
        assertThat(String.join("", log)).isEqualTo("70110");
    }

    @Test
    void aForkByItselfNeedNotWait() {
        try (Turn alone = Turn.at("")) {
            measure(alone, 7, 2);
        }
        assertThat(log).containsExactly("7", "7");
    }
}
