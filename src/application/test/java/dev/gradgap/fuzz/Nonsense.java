package dev.gradgap.fuzz;

import dev.gradgap.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Command lines that nobody means. */
final class Nonsense {

    /** What each is begun with, so that it ends soon whatever is added, and measures nothing. */
    static final List<List<String>> COMMANDS = List.of(
            List.of("run", "--dry-run", "--suite=smoke"),
            List.of("list", "engines"),
            List.of("gradient", "--workload=lecture", "--engine=graph-reverse"),
            List.of("verify", "--workload=lecture", "--engine=graph-reverse", "--inputs=2"),
            List.of("explain", "lecture"),
            List.of("descend", "lecture"),
            List.of("report"),
            List.of("compare", "no-such.jar", "no-such.jar"),
            List.of("calibrate", "no-such.jar"),
            List.of("merge", "no-such-run"),
            List.of("history", "no-such-run"),
            List.of("trend", "--history=no-such-folder"),
            List.of("help"),
            List.of("no-such-command"));

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "x",
            "-1",
            "0",
            "NaN",
            "1e999",
            "1.5",
            "٣",
            "99999999999999999999",
            "-9223372036854775808",
            "..",
            "1..",
            "5..1",
            "1,,2",
            ",",
            "=",
            "%s%n",
            "${x}",
            "@file",
            "\u001b[31mred",
            "\u202etxt.exe",
            "**************b",
            "[",
            "a:b=c",
            ":::",
            "--",
            "-",
            "../../..",
            "x".repeat(10_000));

    /** What would be written to, or may be large and right. */
    private static final Set<String> PATHS = Set.of("--out", "--history", "--plugin", "--at", "--graph", "--known");

    /** They take long for good reasons, or show what else is an error. */
    private static final Set<String> LEFT_OUT = Set.of("--programs", "--seconds", "--steps", "--stacktrace");

    private static final Pattern OPTION = Pattern.compile("--[a-z-]{2,}");

    private static final Map<String, List<String>> OPTIONS = new ConcurrentHashMap<>();

    private Nonsense() {}

    /** The options that the help of a command names. */
    static List<String> optionsOf(String command) {
        return OPTIONS.computeIfAbsent(command, name -> {
            StringWriter help = new StringWriter();
            Main.run(new PrintWriter(help), new PrintWriter(help), name, "--help");
            return Stream.concat(
                            OPTION.matcher(help.toString()).results().map(MatchResult::group),
                            Stream.of("--no-such-option"))
                    .distinct()
                    .filter(option -> !LEFT_OUT.contains(option))
                    .toList();
        });
    }

    /** An option with a value, or a value alone. */
    static List<String> option(SplittableRandom random, List<String> options, Path folder) {
        String value = VALUES.get(random.nextInt(VALUES.size()));
        String option = options.get(random.nextInt(options.size()));
        String placed = PATHS.contains(option) ? folder.resolve("w") + "/" + value : value;
        return switch (random.nextInt(6)) {
            case 0 -> List.of(value);
            case 1 -> List.of(option);
            case 2 -> List.of(option, placed);
            default -> List.of(option + "=" + placed);
        };
    }
}
