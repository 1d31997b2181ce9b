package dev.gradgap.report.finding;

/** The parts of a workload's name, a family with parameters in any order: random:outputs=16:locality=8. */
final class WorkloadNames {

    private WorkloadNames() {}

    /** The name without parameters. */
    static String family(String workload) {
        int end = workload.indexOf(':');
        return end < 0 ? workload : workload.substring(0, end);
    }

    /** The name without the parameter that says how many outputs there are: functions of one shape have it in common. */
    static String anyOutputs(String workload) {
        return workload.replaceAll(":outputs=[^:]*", "");
    }
}
