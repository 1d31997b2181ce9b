package dev.gradgap.results.journal;

import java.util.Map;
import java.util.regex.Pattern;

/** The settings of a measurement that are whole numbers, with the bounds that a suite has to keep. */
public enum WholeSetting {
    FORKS(RunHeader.FORKS, 1, 1000),
    WARMUP_ITERATIONS("warmup_iterations", 0, 1000),
    WARMUP_MS("warmup_ms", 1, 600_000),
    ITERATIONS("iterations", 1, 1000),
    ITERATION_MS("iteration_ms", 1, 600_000),
    SAMPLE_ABOVE_MS("sample_above_ms", 1, 86_400_000),
    FORK_TIMEOUT_SECONDS("fork_timeout_s", 1, 86_400),
    REFINE_SECONDS(RunHeader.REFINE_SECONDS, 0, 86_400),
    PRECISION_PERCENT("precision_percent", 1, 1000);

    /** The one that is none: a size of a heap, as for {@code -Xmx}. */
    public static final String HEAP = "heap";

    private static final Pattern HEAP_SIZE = Pattern.compile("[1-9][0-9]{0,5}[mg]");

    private final String key;
    private final int low;
    private final int high;

    WholeSetting(String key, int low, int high) {
        this.key = key;
        this.low = low;
        this.high = high;
    }

    /** Its name in suites and journals. */
    public String key() {
        return key;
    }

    /** Whether a suite may set it to a value. */
    public boolean allows(int value) {
        return low <= value && value <= high;
    }

    /** The values a suite may set it to, in words. */
    public String range() {
        return "a whole number from " + low + " to " + high;
    }

    /** Whether a text is a size of a heap, such as 512m or 2g. */
    public static boolean isHeap(String text) {
        return HEAP_SIZE.matcher(text).matches();
    }

    /**
     * Passes if those of these settings that are known have values that can be measured with; the upper bounds are a suite's
     * alone, which the command line may go beyond.
     *
     * @throws IllegalArgumentException naming the setting, if not
     */
    static void requireValid(Map<String, String> settings) {
        for (WholeSetting setting : values()) {
            String text = settings.get(setting.key);
            if (text != null && !setting.isValid(text)) {
                throw new IllegalArgumentException("'" + setting.key + "' of 'settings' is '" + text
                        + "', not a whole number of at least " + setting.low);
            }
        }
        String heap = settings.get(HEAP);
        if (heap != null && !isHeap(heap)) {
            throw new IllegalArgumentException(
                    "'" + HEAP + "' of 'settings' is '" + heap + "', not a size such as 512m or 2g");
        }
    }

    private boolean isValid(String text) {
        return text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= low;
    }
}
