package dev.gradgap.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jmh}: JMH's own command line. */
@Command(
        name = JmhCommand.NAME,
        description = "JMH's own command line, untouched.",
        footer = {
            "",
            "Examples:",
            "  jmh -h     JMH's options",
            "  jmh -l     the benchmarks there are",
            "  jmh DerivativeBenchmark.gradient -p workload=rosenbrock -p inputs=1024 -p engine=graph-reverse"
        })
final class JmhCommand implements Callable<Integer> {

    static final String NAME = "jmh";

    @Parameters(paramLabel = "ARGUMENT", description = "What JMH is given.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        return delegate(arguments.toArray(String[]::new));
    }

    /** Hands all arguments to JMH, which ends the process itself if they are wrong or a benchmark fails. */
    static int delegate(String... arguments) throws IOException {
        org.openjdk.jmh.Main.main(arguments);
        return ExitCode.OK;
    }
}
