package dev.gradgap.cli;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.cli.option.Choice;
import dev.gradgap.cli.option.PluginOption;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.Operator;
import dev.gradgap.run.suite.Suite;
import dev.gradgap.run.suite.Suites;
import dev.gradgap.terminal.ExitCode;
import dev.gradgap.terminal.Json;
import dev.gradgap.terminal.TextTable;
import dev.gradgap.workload.WorkloadFamily;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code list}: what there is to measure, and with what. */
@Command(
        name = "list",
        description = "Lists the workloads, the engines or the suites there are.",
        footer = {
            "",
            "Examples:",
            "  list workloads                            a table",
            "  list engines --format json                for scripts",
            "  list workloads --plugin my-functions.jar  with your own",
            "",
            "In JSON, a workload's outputs is that of its smallest member, max_outputs that of its largest."
        })
final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "workloads|engines|suites", description = "What to list.")
    private String what;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (if not given) or json.")
    private String format = "text";

    @Mixin
    private PluginOption plugins;

    @Override
    public Integer call() throws IOException {
        Choice.check("list", what, "workloads", "engines", "suites");
        boolean json = Choice.check("--format", format, "text", "json").equals("json");
        PrintWriter out = spec.commandLine().getOut();
        Catalog catalog = plugins.catalog();
        switch (what) {
            case "workloads" -> {
                List<WorkloadFamily> families = catalog.workloads();
                print(out, json, families.stream().map(ListCommand::json).toList(), workloadTable(families));
            }
            case "engines" -> {
                List<Engine> engines = catalog.engines();
                print(out, json, engines.stream().map(ListCommand::json).toList(), engineTable(engines));
            }
            default -> {
                List<Suite> suites = Suites.names().stream().map(Suites::find).toList();
                print(out, json, suites.stream().map(ListCommand::json).toList(), suiteTable(suites));
            }
        }
        return ExitCode.OK;
    }

    private static void print(PrintWriter out, boolean json, Object data, String table) throws IOException {
        if (json) {
            Json.write(out, data);
        } else {
            out.write(table);
            out.flush();
        }
    }

    private static String workloadTable(List<WorkloadFamily> families) {
        TextTable table = new TextTable("NAME", "INPUTS", "OUTPUTS", "BY HAND", "DEFINITION");
        StringBuilder parameters = new StringBuilder();
        for (WorkloadFamily family : families) {
            table.add(
                    family.name(),
                    range(family.minInputs(), family.maxInputs()),
                    range(family.outputs(family.minInputs()), family.outputs(family.maxInputs())),
                    family.hasReference() ? "yes" : "no",
                    family.definition());
            if (!family.parameters().isEmpty()) {
                parameters.append('\n').append(parameters(family));
            }
        }
        return table + parameters.toString();
    }

    /** How a family's parameters are set, by its defaults: {@code random:operations=8:locality=64}. */
    private static String parameters(WorkloadFamily family) {
        String defaults = new TreeMap<>(family.parameters())
                .entrySet().stream()
                        .map(entry -> ":" + entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining());
        return family.name() + " has parameters; its defaults are " + family.name() + defaults + "\n";
    }

    private static String engineTable(List<Engine> engines) {
        TextTable table = new TextTable("NAME", "TECHNOLOGY", "MODE", "TANGENTS", "OPERATORS");
        for (Engine engine : engines) {
            table.add(
                    engine.name(),
                    engine.technology().label(),
                    engine.mode().label(),
                    Integer.toString(engine.tangentsPerPass()),
                    String.join(" ", operators(engine)));
        }
        return table.toString();
    }

    private static String suiteTable(List<Suite> suites) {
        TextTable table = new TextTable("NAME", "TITLE", "DESCRIPTION");
        suites.forEach(suite -> table.add(suite.name(), suite.title(), suite.description()));
        return table.toString();
    }

    private static Map<String, Object> json(WorkloadFamily family) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", family.name());
        json.put("family", family.family());
        json.put("definition", family.definition());
        json.put("source", family.source());
        json.put("min_inputs", family.minInputs());
        json.put("max_inputs", family.maxInputs());
        json.put("outputs", family.outputs(family.minInputs()));
        json.put("max_outputs", family.outputs(family.maxInputs()));
        json.put("has_reference", family.hasReference());
        json.put("parameters", new TreeMap<>(family.parameters()));
        return json;
    }

    private static Map<String, Object> json(Engine engine) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", engine.name());
        json.put("technology", engine.technology().label());
        json.put("family", engine.family());
        json.put("mode", engine.mode().label());
        json.put("tangents_per_pass", engine.tangentsPerPass());
        json.put("operators", operators(engine));
        return json;
    }

    private static Map<String, Object> json(Suite suite) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", suite.name());
        json.put("title", suite.title());
        json.put("description", suite.description());
        return json;
    }

    private static List<String> operators(Engine engine) {
        return Arrays.stream(Operator.values())
                .filter(engine.operators()::contains)
                .map(Operator::label)
                .toList();
    }

    private static String range(int from, int to) {
        return from == to ? Integer.toString(from) : from + " .. " + to;
    }
}
