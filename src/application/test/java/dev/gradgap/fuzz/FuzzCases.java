package dev.gradgap.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** What the program is given: of every file that it reads a damaged one, and of every option nonsense. */
final class FuzzCases {

    private static final List<String> TABLES = List.of(
            "cells.csv", "samples.csv", "gap.csv", "crossover.csv", "scaling.csv", "breakeven.csv", "costratio.csv");

    /** All kinds of files; what is left of a hundred is nonsense on the command line. */
    private static final List<Weighted> FILES = List.of(
            new Weighted(20, Maker::journal),
            new Weighted(15, Maker::tables),
            new Weighted(8, Maker::settings),
            new Weighted(3, Maker::environment),
            new Weighted(10, Maker::suite),
            new Weighted(10, Maker::history),
            new Weighted(6, Maker::knownChanges),
            new Weighted(8, Maker::point),
            new Weighted(1, Maker::service));

    private final Path folder;
    private final SampleFiles good;
    private int inputs;

    FuzzCases(Path folder) throws IOException {
        this.folder = folder;
        good = new SampleFiles(folder.resolve("good"));
    }

    /**
     * A command line with its files.
     *
     * @param kind what is tried
     * @param arguments of the program
     * @param isWrong whether one value cannot be right, so that the program has to say something
     * @param folder where the files are
     */
    record Input(String kind, List<String> arguments, boolean isWrong, Path folder) {

        /** Removes the files. */
        void remove() throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }

        @Override
        public String toString() {
            return kind + (isWrong ? " (a wrong value)" : "") + ", " + FuzzDriver.typed(arguments);
        }
    }

    /** What becomes of a good file. */
    enum Damage {
        NONE,
        RANDOM,
        WRONG_VALUE
    }

    /** Puts a wrong value into a file. */
    @FunctionalInterface
    private interface Wrongly {
        byte[] changed(byte[] file) throws IOException;
    }

    /** Makes an input of some kind. */
    @FunctionalInterface
    private interface Kind {
        Input made(Maker maker) throws IOException;
    }

    /** A kind, and how many of a hundred inputs are of it. */
    private record Weighted(int share, Kind kind) {}

    /** The input that a sequence of random numbers makes: a damaged file, or nonsense on the command line. */
    Input input(SplittableRandom random) throws IOException {
        Damage damage = random.nextInt(3) == 0 ? Damage.WRONG_VALUE : Damage.RANDOM;
        Maker maker = new Maker(random, damage);
        int position = random.nextInt(100);
        for (Weighted file : FILES) {
            if (position < file.share) {
                return file.kind.made(maker);
            }
            position -= file.share;
        }
        return maker.options();
    }

    /** One input of each kind of file, of which nothing is damaged. */
    List<Input> undamaged() throws IOException {
        List<Input> all = new ArrayList<>();
        for (Weighted file : FILES) {
            all.add(file.kind.made(new Maker(new SplittableRandom(1), Damage.NONE)));
        }
        return all;
    }

    private final class Maker {

        private final SplittableRandom random;
        private final Path own;
        private final Damage damage;
        private final boolean wrong;
        private final Mutations mutations;
        private final WrongValues values;

        Maker(SplittableRandom random, Damage damage) throws IOException {
            this.random = random;
            this.damage = damage;
            own = Files.createDirectories(folder.resolve("input" + inputs++));
            wrong = damage == Damage.WRONG_VALUE;
            mutations = new Mutations(random);
            values = new WrongValues(random);
        }

        private byte[] damaged(byte[] file, Wrongly wrongly) throws IOException {
            return switch (damage) {
                case NONE -> file;
                case RANDOM -> mutations.of(file);
                case WRONG_VALUE -> wrongly.changed(file);
            };
        }

        private Path write(String name, byte[] content) throws IOException {
            Path file = own.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        }

        private void run(String name, byte[] journal) throws IOException {
            write(name + "/journal", journal);
            write(name + "/environment.json", good.file("environment.json"));
        }

        private Input input(String kind, boolean isWrong, String... arguments) {
            return new Input(kind, List.of(arguments), isWrong, own);
        }

        Input journal() throws IOException {
            run("a", damaged(good.file("journal"), this::wrongLine));
            run("b", good.file("journal"));
            // Drawing plots, and finding out where this is, take a thousand times as long as reading.
            return switch (random.nextInt(60)) {
                case 0 -> input("journal, report", wrong, "report", own + "/a");
                case 1 -> {
                    write(
                            "a/environment.json",
                            "{}".getBytes(StandardCharsets.UTF_8)); // of no machine, hence of this one
                    yield input("journal, run", wrong, "run", "--resume", own + "/a", "--dry-run");
                }
                case 2, 3, 4, 5 -> input("journal, merge", wrong, "merge", own + "/a", "--out", own + "/m");
                default ->
                    random.nextInt(4) == 0
                            ? input("journal, history", wrong, "history", own + "/a", "--history", own + "/h")
                            : input("journal, compare", wrong, "compare", own + "/a", own + "/b");
            };
        }

        /** A journal in which a value of one of its lines is wrong. */
        private byte[] wrongLine(byte[] journal) throws IOException {
            List<String> lines = new ArrayList<>(
                    new String(journal, StandardCharsets.UTF_8).lines().toList());
            int line = random.nextInt(lines.size());
            byte[] changed = values.json(lines.get(line).getBytes(StandardCharsets.UTF_8));
            lines.set(line, new String(changed, StandardCharsets.UTF_8));
            return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        }

        Input tables() throws IOException {
            String chosen = TABLES.get(random.nextInt(TABLES.size()));
            for (String table : TABLES) {
                byte[] content = good.file(table);
                write("a/" + table, table.equals(chosen) ? damaged(content, values::csv) : content);
            }
            return input("tables, report", wrong, "report", own + "/a");
        }

        Input settings() throws IOException {
            byte[] settings = good.file("settings.json");
            run("base", good.file("journal"));
            run("head", good.file("journal"));
            write("settings.json", damaged(settings, values::json));
            return input("settings, compare", wrong, "compare", own + "/base", own + "/head");
        }

        Input environment() throws IOException {
            run("a", good.file("journal"));
            run("b", good.file("journal"));
            byte[] environment = good.file("environment.json");
            write("a/environment.json", damaged(environment, values::json));
            return random.nextInt(20) == 0
                    ? input("environment, report", false, "report", own + "/a")
                    : input("environment, compare", false, "compare", own + "/a", own + "/b");
        }

        Input suite() throws IOException {
            byte[] suite = good.file("suite.toml");
            Path file = write("suite.toml", damaged(suite, values::toml));
            return input("suite, run", wrong, "run", "--dry-run", "--suite", file.toString(), "--inputs", "2");
        }

        Input history() throws IOException {
            byte[] history = good.file("history.jsonl");
            write("h/" + good.historyName(), damaged(history, this::wrongLine));
            return input("history, trend", wrong, "trend", "--history", own + "/h");
        }

        Input knownChanges() throws IOException {
            write("h/" + good.historyName(), good.file("history.jsonl"));
            byte[] wrongDay = "since,workload,engine,note\nx,*,*,y\n".getBytes(StandardCharsets.UTF_8);
            write("h/known-changes.csv", damaged(good.file("known-changes.csv"), any -> wrongDay));
            return input("known changes, trend", wrong, "trend", "--history", own + "/h");
        }

        Input point() throws IOException {
            byte[] point = "1 -2.5e-3 3.25 4".getBytes(StandardCharsets.UTF_8);
            Path file = write("point.txt", damaged(point, values::point));
            return input(
                    "point, gradient",
                    wrong,
                    "gradient",
                    "--workload=rosenbrock",
                    "--engine=graph-reverse",
                    "--at=" + file);
        }

        Input service() throws IOException {
            String services = damage == Damage.NONE ? "# mine\n" : "# mine\nmine.Provider\n";
            Path jar = own.resolve("plugin.jar");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                out.putNextEntry(new JarEntry("META-INF/services/dev.gradgap.workload.WorkloadProvider"));
                out.write(damaged(services.getBytes(StandardCharsets.UTF_8), mutations::of));
            }
            return input("service file, list", false, "list", "workloads", "--plugin", jar.toString());
        }

        Input options() {
            List<String> arguments = new ArrayList<>(Nonsense.COMMANDS.get(random.nextInt(Nonsense.COMMANDS.size())));
            String command = arguments.get(0);
            List<String> options = Nonsense.optionsOf(command);
            for (int k = 1 + random.nextInt(2); k > 0; k--) {
                arguments.addAll(Nonsense.option(random, options, own));
            }
            return new Input("options, " + command, List.copyOf(arguments), false, own);
        }
    }
}
