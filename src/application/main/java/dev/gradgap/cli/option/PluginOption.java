package dev.gradgap.cli.option;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.catalog.FunctionJar;
import dev.gradgap.task.PointFile;
import dev.gradgap.text.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The plug-ins and the functions in plain Java that a command is given, and with them everything there is to choose from. */
public final class PluginOption {

    private static final int MOST_NUMBERS = 100_000_000;

    @Option(
            names = "--plugin",
            paramLabel = "JAR",
            description = "A jar with workloads or engines of your own; may be given several times.")
    private List<Path> jars = new ArrayList<>();

    @Option(
            names = "--function",
            paramLabel = "CODE",
            description = "A method of yours on doubles as the workload: FILE.java, FILE.java::METHOD or"
                    + " FILE.jar::CLASS::METHOD; in JVMs of this command, with all your rights.")
    private List<String> functions = new ArrayList<>();

    private List<FunctionJar> packed = new ArrayList<>();

    public Catalog catalog() {
        return catalog(Optional.empty());
    }

    /**
     * As above.
     *
     * @param at the file with the point of the functions; empty if they say so themselves
     */
    public Catalog catalog(Optional<Path> at) {
        return Catalog.load(plugins(at));
    }

    /** All jars, those of functions among them, which are made when this is first asked. */
    public List<Path> plugins(Optional<Path> at) {
        if (packed.isEmpty() && !functions.isEmpty()) {
            Optional<double[]> point = at.map(file -> PointFile.read(file, MOST_NUMBERS));
            packed = functions.stream().map(text -> FunctionJar.of(text, point)).toList();
        }
        return Stream.concat(jars.stream(), packed.stream().map(FunctionJar::jar))
                .toList();
    }

    /** Whether there are any. */
    public boolean isGiven() {
        return !(jars.isEmpty() && functions.isEmpty());
    }

    public boolean hasFunctions() {
        return !functions.isEmpty();
    }

    /** The workloads that the functions are; known once there are {@link #plugins}. */
    public List<String> workloads() {
        return packed.stream().map(FunctionJar::workload).toList();
    }

    /**
     * The workload that a command is about: the named one, or else the only function.
     *
     * @param named what the command line names, if it does
     * @param missing what there is to complain of if it names none, such as {@code option: '--workload=NAME'}
     */
    public String workload(CommandSpec command, Optional<String> named, String missing) {
        List<String> all = Stream.concat(named.stream(), workloads().stream()).toList();
        if (all.isEmpty()) {
            throw new ParameterException(command.commandLine(), "missing required " + missing);
        }
        if (all.size() > 1) {
            throw new UserError("one workload is needed, not " + String.join(" and ", all));
        }
        return all.get(0);
    }
}
