package dev.gradgap.task;

import dev.gradgap.text.UserError;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;

/** Makes members of workload families, which may be other people's code. */
public final class Members {

    /** The seed of a command that is given none. */
    public static final long DEFAULT_SEED = 1;

    private Members() {}

    /**
     * The member with a number of inputs.
     *
     * @throws UserError if the family has none or fails
     */
    public static Workload create(WorkloadFamily family, int inputs, long seed) {
        checkSize(family, inputs);
        try {
            return family.create(inputs, seed);
        } catch (UserError e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw new UserError(
                    "workload " + family.name() + " cannot be made with " + inputs + " inputs: "
                            + UserError.describe(e),
                    e);
        }
    }

    /**
     * Checks a number of inputs against a family's range.
     *
     * @throws UserError if it is out of range
     */
    public static void checkSize(WorkloadFamily family, int inputs) {
        if (!isInRange(family, inputs)) {
            throw new UserError("workload " + family.name() + " has " + range(family) + " inputs, not " + inputs);
        }
    }

    public static boolean isInRange(WorkloadFamily family, int inputs) {
        return inputs >= family.minInputs() && inputs <= family.maxInputs();
    }

    /** The numbers of inputs a family has, in words. */
    public static String range(WorkloadFamily family) {
        return family.minInputs() == family.maxInputs()
                ? Integer.toString(family.minInputs())
                : "from " + family.minInputs() + " to " + family.maxInputs();
    }

    /** A workload in a few words for messages: {@code rosenbrock with 2 inputs}. */
    public static String describe(Workload workload) {
        return workload.name() + " with " + workload.inputs() + (workload.inputs() == 1 ? " input" : " inputs");
    }
}
