import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Measures the same cells alone and beside other work, and compares: no cell that is published as ok may differ from the
 * quiet machine's by more than the interval there and a factor of {@value #MOST_APART}. From the project's folder, on a machine
 * that does nothing else:
 *
 * <pre>java benchmarks/busy/Busy.java OUT</pre>
 *
 * <p>Conditions that cannot be had here, as a quota without the right to make a control group, are said and left out.
 * Exit code 1 if a cell differs by more.
 */
public final class Busy {

    private static final double MOST_APART = 1.5;
    private static final Path GROUP = Path.of("/sys/fs/cgroup/cpu/gradgap-busy"); // version 1
    private static final Path UNIFIED = Path.of("/sys/fs/cgroup/gradgap-busy"); // version 2
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** One cell of a run. */
    private record Cell(String status, double nanos, double low, double high, String reason) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 1 && args[0].equals("--burn")) {
            burn();
        }
        Path out = Path.of(args[0]);
        Files.createDirectories(out);
        Map<String, Map<String, Cell>> runs = new LinkedHashMap<>();
        runs.put("quiet", run(out, "quiet", 3, 0, List.of()));
        runs.put("one busy process a core", run(out, "one", 1, CORES, List.of()));
        runs.put("four busy processes a core", run(out, "four", 1, 4 * CORES, List.of()));
        if (has("taskset")) {
            runs.put("one core", run(out, "core", 1, 0, List.of("taskset", "-c", "0")));
        } else {
            System.out.println("one core: left out, there is no taskset");
        }
        Optional<List<String>> quota = quota();
        if (quota.isPresent()) {
            runs.put("half a core", run(out, "half", 1, 0, quota.get()));
        } else {
            System.out.println("half a core: left out, no control group can be made here");
        }
        System.exit(report(out, runs) ? 0 : 1);
    }

    private static void burn() {
        double x = 0;
        while (true) {
            x = Math.sin(x + 1);
            if (x == 2) {
                System.out.println(x);
            }
        }
    }

    private static boolean has(String command) throws InterruptedException {
        try {
            return new ProcessBuilder(command, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** A command that runs what follows it on half a core. */
    private static Optional<List<String>> quota() {
        for (Path group : List.of(GROUP, UNIFIED)) {
            try {
                if (!Files.isDirectory(group)) {
                    Files.createDirectory(group);
                }
                if (group.equals(GROUP)) {
                    Files.writeString(group.resolve("cpu.cfs_quota_us"), "50000");
                } else {
                    Files.writeString(group.resolve("cpu.max"), "50000 100000");
                }
                return Optional.of(List.of(
                        "sh", "-c", "echo $$ > " + group.resolve("cgroup.procs") + " && exec \"$@\"", "half"));
            } catch (IOException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Map<String, Cell> run(Path out, String name, int forks, int busy, List<String> prefix)
            throws IOException, InterruptedException {
        List<Process> burners = new ArrayList<>();
        try {
            for (int k = 0; k < busy; k++) {
                burners.add(new ProcessBuilder(java(), "benchmarks/busy/Busy.java", "--burn").start());
            }
            Path folder = out.resolve(name);
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of(
                    java(), "-jar", "benchmarks.jar", "run", "--suite", "benchmarks/busy/busy.toml", "--forks",
                    Integer.toString(forks), "--out", folder.toString()));
            long start = System.nanoTime();
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.resolve(name + ".log").toFile())
                    .start()
                    .waitFor();
            System.out.printf(
                    Locale.ROOT, "%s: %.0f s, exit code %d%n", name, (System.nanoTime() - start) * 1e-9, exit);
            return cells(folder.resolve("cells.csv"));
        } finally {
            burners.forEach(Process::destroyForcibly);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Map<String, Cell> cells(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        List<String> header = List.of(lines.get(0).split(",", -1));
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split(",", -1);
            String key = row[header.indexOf("workload")] + " " + row[header.indexOf("engine")] + " "
                    + row[header.indexOf("operator")] + " " + row[header.indexOf("method")];
            cells.put(
                    key.strip(),
                    new Cell(
                            row[header.indexOf("status")],
                            number(row[header.indexOf("time_ns")]),
                            number(row[header.indexOf("time_lo_ns")]),
                            number(row[header.indexOf("time_hi_ns")]),
                            row[header.indexOf("reason")]));
        }
        return cells;
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /** Prints and writes the comparison; false if a cell that is ok is off. */
    private static boolean report(Path out, Map<String, Map<String, Cell>> runs) throws IOException {
        Map<String, Cell> quiet = runs.get("quiet");
        StringBuilder csv = new StringBuilder("condition,cell,status,quiet_ns,quiet_lo_ns,quiet_hi_ns,time_ns,ratio,verdict\n");
        boolean right = true;
        for (Map.Entry<String, Map<String, Cell>> run : runs.entrySet()) {
            int ok = 0;
            int off = 0;
            double worst = 1;
            for (Map.Entry<String, Cell> entry : run.getValue().entrySet()) {
                Cell truth = quiet.get(entry.getKey());
                Cell cell = entry.getValue();
                String verdict = "not measured";
                double ratio = Double.NaN;
                if (truth != null && truth.status().equals("ok") && cell.status().equals("ok")) {
                    ratio = cell.nanos() / truth.nanos();
                    double low = Double.isNaN(truth.low()) ? truth.nanos() : truth.low();
                    double high = Double.isNaN(truth.high()) ? truth.nanos() : truth.high();
                    boolean within = cell.nanos() <= high * MOST_APART && cell.nanos() >= low / MOST_APART;
                    verdict = within ? "right" : "off";
                    ok++;
                    off += within ? 0 : 1;
                    worst = Math.max(worst, Math.max(ratio, 1 / ratio));
                }
                csv.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%.1f,%.1f,%.1f,%.1f,%.3f,%s%n",
                        run.getKey(),
                        entry.getKey(),
                        cell.status(),
                        truth == null ? Double.NaN : truth.nanos(),
                        truth == null ? Double.NaN : truth.low(),
                        truth == null ? Double.NaN : truth.high(),
                        cell.nanos(),
                        ratio,
                        verdict));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d cells, %d measured, %d off; the farthest by a factor of %.2f%n",
                    run.getKey(),
                    run.getValue().size(),
                    ok,
                    off,
                    worst);
            right &= off == 0;
        }
        Files.writeString(out.resolve("busy.csv"), csv);
        return right;
    }
}
