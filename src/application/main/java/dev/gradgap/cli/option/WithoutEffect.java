package dev.gradgap.cli.option;

import dev.gradgap.text.UserError;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that a command has, but that change nothing of what it is asked for. */
public final class WithoutEffect {

    private static final Set<String> OF_EVERY_COMMAND = Set.of("--stacktrace", "--help", "--version");

    private WithoutEffect() {}

    /**
     * Passes if no option was given but those that have an effect. Named are those that have one, so that an option that is
     * added later has none until somebody says so.
     *
     * @param effective the options that have one
     * @param what is done, after "no effect on"
     * @throws UserError naming the first other option that was given
     */
    public static void refuse(CommandSpec spec, Set<String> effective, String what) {
        spec.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !effective.contains(name) && !OF_EVERY_COMMAND.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UserError(name + " has no effect on " + what + "; leave it out");
                });
    }
}
