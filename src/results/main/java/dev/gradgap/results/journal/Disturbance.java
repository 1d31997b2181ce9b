package dev.gradgap.results.journal;

import dev.gradgap.results.environment.Machine;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What else went on on the machine while a run was made: from when it is made until it is asked. */
public final class Disturbance {

    /** The field of environment.json with the share of the measured time in which a fork had no processor, from 0 to 1. */
    public static final String WAITED_SHARE = "waited_share";

    /** The field of environment.json with the share of all processors that the machine's host gave to others, from 0 to 1. */
    public static final String STEAL_SHARE = "steal_share";

    private final Optional<Machine.Ticks> begin = Machine.here().ticks();

    /**
     * What is known of it by now, for environment.json: the load, the share of the processors that the host took, and for what share
     * of the time the forks had to wait for one.
     *
     * @param run with the evidence of its forks
     */
    public Map<String, Object> fields(RunData run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load >= 0) { // negative where the system has no such notion
            fields.put("load_average_after", load);
        }
        Optional<Machine.Ticks> end = Machine.here().ticks();
        if (begin.isPresent() && end.isPresent()) {
            double all = end.get().all() - begin.get().all();
            double stolen = end.get().stolen() - begin.get().stolen();
            fields.put(STEAL_SHARE, all > 0 ? stolen / all : 0);
        }
        run.forks().stream()
                .flatMap(fork -> fork.evidence().stream())
                .mapToDouble(Evidence::waited)
                .average()
                .ifPresent(share -> fields.put(WAITED_SHARE, share));
        return fields;
    }
}
