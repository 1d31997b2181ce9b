package dev.gradgap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gradgap.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs only on a CI server cannot be run here; but its files can be read, and its commands be checked. */
class ContinuousIntegrationTest {

    private static final Path CI_PAGE = Path.of("docs/ci.md");
    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("java -jar \\S*jar (.*)");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{[^}]*}}");

    /** A pipeline: where it is written, and what it is. */
    private record Pipeline(String place, JsonNode yaml) {

        @Override
        public String toString() {
            return place;
        }

        boolean isGitHub() {
            return yaml.has("jobs");
        }

        /** The shell scripts of all jobs. */
        List<String> scripts() {
            List<String> scripts = new ArrayList<>();
            yaml.findValues("run").forEach(run -> scripts.add(run.asText()));
            yaml.findValues("script").stream()
                    .filter(JsonNode::isArray)
                    .forEach(lines -> lines.forEach(line -> scripts.add(line.asText())));
            return scripts.stream()
                    .map(script -> EXPRESSION.matcher(script).replaceAll("1"))
                    .toList();
        }
    }

    static Stream<Pipeline> pipelines() throws IOException {
        YAMLMapper mapper = new YAMLMapper();
        List<Pipeline> pipelines = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(".github/workflows"))) {
            for (Path file : files.sorted().toList()) {
                pipelines.add(new Pipeline(file.toString(), mapper.readTree(Files.readString(file))));
            }
        }
        Matcher blocks = YAML.matcher(Files.readString(CI_PAGE));
        while (blocks.find()) {
            pipelines.add(new Pipeline(CI_PAGE + " at " + blocks.start(), mapper.readTree(blocks.group(1))));
        }
        assertThat(pipelines).hasSizeGreaterThanOrEqualTo(4);
        return pipelines.stream();
    }

    /** The command lines of this program, continued lines joined, pipelines and lists of commands cut. */
    private static Stream<List<String>> commands(String script) {
        return script.replace("\\\n", " ")
                .lines()
                .flatMap(line -> COMMAND.matcher(line).results())
                .map(result -> result.group(1).split("\\s+[;|&>]|;", 2)[0].strip())
                .map(command -> Arrays.asList(command.replace("\"", "").split("\\s+", -1)));
    }

    /** Its options are in the command's help: what follows {@code --help} itself is not looked at. */
    private static void assertAccepted(List<String> command) {
        StringWriter help = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(help, true), new PrintWriter(err, true), command.get(0), "--help");
        assertThat(exitCode).as(command + ": " + err).isZero();
        assertThat(command.stream().filter(word -> word.startsWith("--")))
                .as(command.toString())
                .allSatisfy(option -> assertThat(help.toString())
                        .containsPattern(Pattern.quote(option.replaceFirst("=.*", "")) + "[^\\w-]"));
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void everyCommandIsOneThatTheProgramTakes(Pipeline pipeline) {
        pipeline.scripts().stream()
                .flatMap(ContinuousIntegrationTest::commands)
                .forEach(ContinuousIntegrationTest::assertAccepted);
    }

    static Stream<List<String>> commandsOfThePage() throws IOException {
        List<List<String>> commands = commands(Files.readString(CI_PAGE)).toList();
        assertThat(commands).hasSizeGreaterThan(8);
        return commands.stream();
    }

    @ParameterizedTest
    @MethodSource("commandsOfThePage")
    void everyCommandOfThePageIsOneThatTheProgramTakes(List<String> command) {
        assertAccepted(command);
    }

    /** A plug-in does not compile without the classes that it is a plug-in for. */
    @Test
    void theRecipeForAPluginInstallsGradgapBeforeItBuildsThePlugin() throws IOException {
        String build = pipelines()
                .flatMap(pipeline -> pipeline.scripts().stream())
                .filter(script -> script.contains("gradgap") && script.contains("worktree"))
                .findFirst()
                .orElseThrow();

        int packaged = build.indexOf("(cd gradgap && mvn");
        int installed = build.indexOf("install:install-file -Dfile=gradgap/benchmarks.jar");
        assertThat(packaged).isNotNegative();
        assertThat(installed).isGreaterThan(packaged);
        assertThat(build.indexOf("(cd ../base && mvn")).isGreaterThan(installed);
        assertThat(build.lastIndexOf("\nmvn -B -q package")).isGreaterThan(installed);
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void everyScriptIsOneThatTheShellCanRead(Pipeline pipeline) throws IOException, InterruptedException {
        for (String script : pipeline.scripts()) {
            Process shell =
                    new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
            shell.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
            shell.getOutputStream().close();
            String complaint = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).as(complaint + script).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void jobsNeedJobsThatExistAndEndInTime(Pipeline pipeline) {
        if (!pipeline.isGitHub()) {
            return;
        }
        JsonNode jobs = pipeline.yaml().get("jobs");
        jobs.properties().forEach(job -> {
            JsonNode needs = job.getValue().path("needs");
            if (!needs.isMissingNode()) {
                assertThat(jobs.has(needs.asText())).as(job.getKey()).isTrue();
            }
            assertThat(job.getValue().path("timeout-minutes").asInt())
                    .as(job.getKey())
                    .isBetween(1, 90);
        });
    }

    /** Whoever opens a pull request chooses what runs in a job that checks it out. */
    @ParameterizedTest
    @MethodSource("pipelines")
    void noCodeOfAPullRequestRunsWhereATokenMayWrite(Pipeline pipeline) {
        if (!pipeline.isGitHub() || !pipeline.yaml().toString().contains("pull_request")) {
            return;
        }
        assertThat(pipeline.yaml().path("permissions").path("contents").asText())
                .isEqualTo("read");
        pipeline.yaml().get("jobs").properties().forEach(job -> {
            boolean mayWrite = job.getValue().path("permissions").toString().contains("write");
            boolean onPushOnly = job.getValue().path("if").asText().contains("event_name == 'push'");
            boolean runsCode = !job.getValue().findValues("run").isEmpty();
            assertThat(mayWrite && runsCode && !onPushOnly).as(job.getKey()).isFalse();
        });
    }
}
