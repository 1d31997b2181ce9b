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

    /** The input that a sequence of random numbers makes. */
    Input input(SplittableRandom random) throws IOException {
        Path own = Files.createDirectories(folder.resolve("input" + inputs++));
        boolean wrong = random.nextInt(3) == 0;
        Maker maker = new Maker(random, own, wrong);
        int kind = random.nextInt(100);
        if (kind < 20) {
            return maker.journal();
        } else if (kind < 35) {
            return maker.tables();
        } else if (kind < 43) {
            return maker.settings();
        } else if (kind < 46) {
            return maker.environment();
        } else if (kind < 56) {
            return maker.suite();
        } else if (kind < 66) {
            return maker.history();
        } else if (kind < 72) {
            return maker.knownChanges();
        } else if (kind < 80) {
            return maker.point();
        } else if (kind < 81) {
            return maker.service();
        }
        return maker.options();
    }

    private final class Maker {

        private final SplittableRandom random;
        private final Path own;
        private final boolean wrong;
        private final Mutations mutations;
        private final WrongValues values;

        Maker(SplittableRandom random, Path own, boolean wrong) {
            this.random = random;
            this.own = own;
            this.wrong = wrong;
            mutations = new Mutations(random);
            values = new WrongValues(random);
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
            byte[] journal = wrong ? wrongLine(good.file("journal")) : mutations.of(good.file("journal"));
            run("a", journal);
            run("b", good.file("journal"));
            return switch (random.nextInt(12)) {
                case 0 -> input("journal, report", wrong, "report", own + "/a");
                case 1 -> {
                    write(
                            "a/environment.json",
                            "{}".getBytes(StandardCharsets.UTF_8)); // of no machine, hence of this one
                    yield input("journal, run", wrong, "run", "--resume", own + "/a", "--dry-run");
                }
                case 2, 3, 4 -> input("journal, history", wrong, "history", own + "/a", "--history", own + "/h");
                case 5 -> input("journal, merge", wrong, "merge", own + "/a", "--out", own + "/m");
                default -> input("journal, compare", wrong, "compare", own + "/a", own + "/b");
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
            String damaged = TABLES.get(random.nextInt(TABLES.size()));
            for (String table : TABLES) {
                byte[] content = good.file(table);
                if (table.equals(damaged)) {
                    content = wrong ? values.csv(content) : mutations.of(content);
                }
                write("a/" + table, content);
            }
            return input("tables, report", wrong, "report", own + "/a");
        }

        Input settings() throws IOException {
            byte[] settings = good.file("settings.json");
            run("base", good.file("journal"));
            run("head", good.file("journal"));
            write("settings.json", wrong ? values.json(settings) : mutations.of(settings));
            return input("settings, compare", wrong, "compare", own + "/base", own + "/head");
        }

        Input environment() throws IOException {
            run("a", good.file("journal"));
            run("b", good.file("journal"));
            byte[] environment = good.file("environment.json");
            write("a/environment.json", wrong ? values.json(environment) : mutations.of(environment));
            return random.nextInt(4) == 0
                    ? input("environment, report", false, "report", own + "/a")
                    : input("environment, compare", false, "compare", own + "/a", own + "/b");
        }

        Input suite() throws IOException {
            byte[] suite = good.file("suite.toml");
            Path file = write("suite.toml", wrong ? values.toml(suite) : mutations.of(suite));
            return input("suite, run", wrong, "run", "--dry-run", "--suite", file.toString(), "--inputs", "2");
        }

        Input history() throws IOException {
            byte[] history = good.file("history.jsonl");
            write("h/" + good.historyName(), wrong ? wrongLine(history) : mutations.of(history));
            return input("history, trend", wrong, "trend", "--history", own + "/h");
        }

        Input knownChanges() throws IOException {
            write("h/" + good.historyName(), good.file("history.jsonl"));
            byte[] known = good.file("known-changes.csv");
            write(
                    "h/known-changes.csv",
                    wrong
                            ? "since,workload,engine,note\nx,*,*,y\n".getBytes(StandardCharsets.UTF_8)
                            : mutations.of(known));
            return input("known changes, trend", wrong, "trend", "--history", own + "/h");
        }

        Input point() throws IOException {
            byte[] point = "1 -2.5e-3 3.25 4".getBytes(StandardCharsets.UTF_8);
            Path file = write("point.txt", wrong ? values.point(point) : mutations.of(point));
            return input(
                    "point, gradient",
                    wrong,
                    "gradient",
                    "--workload=rosenbrock",
                    "--engine=graph-reverse",
                    "--at=" + file);
        }

        Input service() throws IOException {
            Path jar = own.resolve("plugin.jar");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                out.putNextEntry(new JarEntry("META-INF/services/dev.gradgap.workload.WorkloadProvider"));
                out.write(mutations.of("# mine\nmine.Provider\n".getBytes(StandardCharsets.UTF_8)));
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
