package dev.gradgap.cli.option;

import dev.gradgap.text.UserError;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Random programs instead of workloads, and how many. */
public final class ProgramOptions {

    @Option(
            names = "--programs",
            paramLabel = "N",
            description = "Random programs instead of workloads: that many, with the seeds from --seed on.")
    private Optional<Long> programs = Optional.empty();

    @Option(
            names = "--seconds",
            paramLabel = "T",
            description = "With --programs: begins no more of them after that time.")
    private Optional<Long> seconds = Optional.empty();

    @Option(
            names = "--own-vectors",
            description =
                    "With --programs: compiled engines with this machine's vectors alone, not with shorter ones too.")
    private boolean ownVectors;

    /** Whether compiled engines are tried with the machine's own vectors alone. */
    public boolean ownVectors() {
        return ownVectors;
    }

    /**
     * Whether programs are asked for.
     *
     * @param others whether options for workloads are given
     * @throws UserError if the options do not go together
     */
    public boolean areGiven(boolean others) {
        if (programs.isEmpty()) {
            if (seconds.isPresent()) {
                throw new UserError("--seconds needs --programs, whose time it limits");
            }
            if (ownVectors) {
                throw new UserError("--own-vectors needs --programs: workloads are always tried so");
            }
            return false;
        }
        if (others) {
            throw new UserError("--programs takes the place of workloads and their --inputs; leave these out");
        }
        requirePositive("--programs", "programs", programs.get());
        seconds.ifPresent(number -> requirePositive("--seconds", "seconds", number));
        return true;
    }

    private static void requirePositive(String option, String what, long number) {
        if (number < 1) {
            throw new UserError(option + ": '" + number + "' is not a number of " + what + "; give 1 or more");
        }
    }

    /** How many; only if they are given. */
    public long programs() {
        return programs.orElseThrow();
    }

    /** After how many seconds no more are begun. */
    public double seconds() {
        return seconds.map(Long::doubleValue).orElse(Double.POSITIVE_INFINITY);
    }
}
