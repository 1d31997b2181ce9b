package dev.gradgap.results;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What else went on on the machine while a run was made: from when it is made until it is asked. */
public final class Disturbance {

    private final Optional<Machine.Ticks> begin = Machine.here().ticks();

    /** What is known of it by now, for environment.json: the load, and the share of the processors that the host took. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load >= 0) { // negative where the system has no such notion
            fields.put("load_average_after", load);
        }
        Optional<Machine.Ticks> end = Machine.here().ticks();
        if (begin.isPresent() && end.isPresent()) {
            double all = end.get().all() - begin.get().all();
            double stolen = end.get().stolen() - begin.get().stolen();
            fields.put("steal_share", all > 0 ? stolen / all : 0);
        }
        return fields;
    }
}
