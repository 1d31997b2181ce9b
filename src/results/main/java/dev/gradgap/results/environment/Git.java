package dev.gradgap.results.environment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks git about a checkout that may be anybody's. Its configuration names programs: what watches files ({@code core.fsmonitor}),
 * hooks, pagers, filters of contents, and for objects that are missing a transport. None of them is started, and nothing is
 * written or locked, so that a question disturbs no other git either.
 */
final class Git {

    private static final List<String> HARMLESS = List.of(
            "--no-optional-locks",
            "--no-pager",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "core.untrackedCache=false",
            "-c",
            "submodule.recurse=false");

    /** Neither fetches what is missing nor asks for a password. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("GIT_NO_LAZY_FETCH", "1", "GIT_ALLOW_PROTOCOL", "none", "GIT_TERMINAL_PROMPT", "0");

    /** A key of the configuration that names a filter's program, and what can be said of it on a command line. */
    private static final Pattern FILTER = Pattern.compile("(filter\\..*\\.)(?:clean|smudge|process)", Pattern.DOTALL);

    private static final Pattern SAYABLE = Pattern.compile("[^=\\p{Cntrl}]+");

    private final Path directory;
    private final List<String> more;

    Git(Path directory) {
        this(directory, List.of());
    }

    private Git(Path directory, List<String> more) {
        this.directory = directory;
        this.more = more;
    }

    /** What git answers; empty if there is no git, no checkout, or no answer. */
    Optional<String> output(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(HARMLESS);
        command.addAll(more);
        command.addAll(List.of(arguments));
        return Command.output(directory, command, ENVIRONMENT);
    }

    /**
     * This, with every filter of contents switched off, through which git would compare a file with what is committed. A
     * file that was touched and goes through a filter, as those of git-lfs do, then counts as changed.
     *
     * @return empty if git does not say which there are, or one has a name that cannot be said on a command line
     */
    Optional<Git> withoutFilters() {
        return output("config", "--list", "--name-only", "-z").flatMap(this::without);
    }

    private Optional<Git> without(String keys) {
        List<String> off = new ArrayList<>();
        for (String key : keys.split("\0", -1)) {
            Matcher filter = FILTER.matcher(key);
            if (filter.matches()) {
                String name = filter.group(1);
                if (!SAYABLE.matcher(name).matches()) {
                    return Optional.empty();
                }
                List.of("clean=", "smudge=", "process=", "required=false")
                        .forEach(setting -> off.addAll(List.of("-c", name + setting)));
            }
        }
        return Optional.of(new Git(directory, off));
    }
}
