package dev.gradgap.cli.option;

import dev.gradgap.catalog.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The plug-ins a command is given, and with them everything there is to choose from. */
public final class PluginOption {

    @Option(
            names = "--plugin",
            paramLabel = "JAR",
            description = "A jar with workloads or engines of your own; may be given several times.")
    private List<Path> jars = new ArrayList<>();

    public Catalog catalog() {
        return Catalog.load(jars);
    }
}
