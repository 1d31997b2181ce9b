package dev.gradgap.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("thorough")
@Timeout(30)
class WatchdogTest {

    private final CompletableFuture<String> barked = new CompletableFuture<>();

    @Test
    void whoAnswersInTimeIsLeftInPeace() throws InterruptedException {
        assertThat(Watchdog.over("provider p", 1, () -> "answer", barked::complete))
                .isEqualTo("answer");
        TimeUnit.MILLISECONDS.sleep(1200);

        assertThat(barked).isNotDone();
    }

    @Test
    void whoLoopsIsNamedWithThePlace() {
        AtomicBoolean stop = new AtomicBoolean();

        Watchdog.over("plug-in a.jar, provider p", 1, () -> spin(stop), message -> {
            barked.complete(message);
            stop.set(true);
        });

        assertThat(barked.join())
                .startsWith("plug-in a.jar, provider p has not told within 1 s what it provides; it is in "
                        + "dev.gradgap.catalog.WatchdogTest.spin (WatchdogTest.java:")
                .endsWith("(java -Dgradgap.plugin.seconds=N gives it N seconds)");
    }

    private static boolean spin(AtomicBoolean stop) {
        while (!stop.get()) {
            Thread.onSpinWait();
        }
        return true;
    }
}
