package dev.gradgap.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a run is and when it will end: a bar on a terminal, a line every tenth elsewhere. */
public final class Progress implements AutoCloseable {

    private static final int LINES = 10;

    private final Forecast forecast;
    private final PrintStream out;
    private final Optional<ProgressBar> bar;
    private int linesPrinted;

    /**
     * Starts showing.
     *
     * @param terminal whether {@code out} is a terminal, on which a line can be overwritten
     */
    public Progress(Forecast forecast, PrintStream out, boolean terminal) {
        this.forecast = forecast;
        this.out = out;
        bar = terminal ? Optional.of(bar()) : Optional.empty();
        linesPrinted = (int) (LINES * share());
    }

    private ProgressBar bar() {
        return new ProgressBarBuilder()
                .setTaskName("measuring")
                .setUnit(" forks", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(100)
                .setInitialMax(forecast.forksFinished() + forecast.forksLeft())
                .startsFrom(forecast.forksFinished(), Duration.ZERO)
                .setEtaFunction(state -> Optional.of(Duration.ofSeconds(Math.round(forecast.remainingSeconds()))))
                .setConsumer(new ConsoleProgressBarConsumer(out, 100))
                .build();
    }

    /** Shows the forecast as it now is. */
    public void update() {
        if (bar.isPresent()) {
            bar.get().maxHint(forecast.forksFinished() + forecast.forksLeft());
            bar.get().stepTo(forecast.forksFinished());
        } else if ((int) (LINES * share()) > linesPrinted) {
            linesPrinted = (int) (LINES * share());
            int total = forecast.forksFinished() + forecast.forksLeft();
            out.printf(
                    Locale.ROOT,
                    "measured %d of %d forks, about %s to go%n",
                    forecast.forksFinished(),
                    total,
                    minutes(forecast.remainingSeconds()));
        }
    }

    private double share() {
        double done = forecast.elapsedSeconds();
        double all = done + forecast.remainingSeconds();
        return all > 0 ? done / all : 1;
    }

    /** A duration as minutes and seconds, such as {@code 6 min 05 s}. */
    public static String minutes(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
