package dev.gradgap.graph.schedule.proof;

/** What a check finds wrong with an instruction; {@link ProgramCheck} adds which one. */
final class PlanFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    PlanFault(String message) {
        super(message, null, false, false);
    }

    /** Throws unless something holds. */
    static void unless(boolean holds, String message) {
        if (!holds) {
            throw new PlanFault(message);
        }
    }
}
