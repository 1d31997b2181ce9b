package dev.gradgap.cli;

import dev.gradgap.catalog.NearestName;
import dev.gradgap.text.UserError;
import java.util.Collection;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one line, with the nearest right word and where to look for more. */
final class UsageErrors {

    private UsageErrors() {}

    static UserError describe(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        String text = problem instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched.getUnmatched().get(0), command)
                : decapitalized(problem.getMessage()).replaceFirst(" is not an? (int|long)$", " is not a whole number");
        boolean root = command.getParent() == null;
        return new UserError(text + " (" + (root ? "" : command.getCommandName() + " ") + "--help shows "
                + (root ? "all commands" : "how") + ")");
    }

    private static String unmatched(String argument, CommandLine command) {
        if (argument.startsWith("-")) {
            String option = argument.replaceFirst("=.*", "");
            Collection<String> options = command.getCommandSpec().optionsMap().keySet();
            return "unknown option '" + option + "'" + NearestName.hint(option, options);
        }
        Collection<String> commands = command.getSubcommands().keySet();
        return commands.isEmpty()
                ? "unexpected argument '" + argument + "'"
                : "unknown command '" + argument + "'" + NearestName.hint(argument, commands);
    }

    private static String decapitalized(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
