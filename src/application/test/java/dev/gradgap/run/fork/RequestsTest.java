package dev.gradgap.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RequestsTest {

    private final PipedOutputStream asking = new PipedOutputStream();
    private final CountDownLatch abandoned = new CountDownLatch(1);
    private Requests requests;

    @BeforeEach
    void begin() throws IOException {
        requests = Requests.of(new PipedInputStream(asking), abandoned::countDown);
        asking.write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void end() throws IOException {
        asking.close();
    }

    @Test
    void linesComeInTheirOrderAndThenNoMore() throws IOException {
        assertThat(requests.next()).contains("one");
        assertThat(requests.next()).contains("two");
        Thread closing = new Thread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(50); // while nothing is being answered
                asking.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        closing.start();

        assertThat(requests.next()).isEmpty();
        assertThat(abandoned.getCount()).isEqualTo(1);
    }

    @Test
    void whoGoesBeforeTheAnswerDoesNotWantItAnyMore() throws Exception {
        assertThat(requests.next()).contains("one");
        asking.close();

        assertThat(abandoned.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(requests.next()).isEmpty(); // though "two" was asked
    }
}
