package dev.gradgap.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradgap.catalog.Catalog;
import dev.gradgap.cli.Main;
import dev.gradgap.engine.Differentiator;
import dev.gradgap.engine.Engine;
import dev.gradgap.function.DifferentiableFunction;
import dev.gradgap.graph.Tracer;
import dev.gradgap.results.journal.PlannedCell;
import dev.gradgap.run.suite.Plan;
import dev.gradgap.run.suite.Suites;
import dev.gradgap.text.UserError;
import dev.gradgap.workload.Workload;
import dev.gradgap.workload.WorkloadFamily;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The documentation is true: its code compiles and computes what it should, its sessions print what they show. */
@Tag("thorough")
class DocumentationTest {

    private static final String MY_SUITE = "my-suite.toml";

    @TempDir
    private Path folder;

    static Stream<Page> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(
                    docs.map(Path::toString).filter(name -> name.endsWith(".md")), Stream.of("benchmarks/README.md"))
                    .sorted()
                    .map(Page::of)
                    .toList()
                    .stream();
        }
    }

    @Test
    void aFunctionOfOnesOwnIsRightByEveryEngine() {
        Catalog catalog = PagePlugin.catalog("extend-workload.md");
        WorkloadFamily family = catalog.workload("geometric-mean");
        DifferentiableFunction function = family.create(2, 1).function();

        assertThat(catalog.engines()).allSatisfy(engine -> {
            Differentiator differentiator = engine.prepare(function);
            double[] y = new double[1];
            double[] gradient = new double[2];
            differentiator.primal(new double[] {1, 4}, y);
            differentiator.gradient(new double[] {1, 4}, gradient);
            // sqrt(1 * 4) = 2, and 2 / (2 x_i)
            assertThat(y).containsExactly(new double[] {2}, within(1e-12));
            assertThat(gradient).containsExactly(new double[] {1, 0.25}, within(1e-9));
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 5", "1000, 2001"})
    void aFunctionOfOnesOwnHasTheOperationsItSays(int inputs, long operations) {
        WorkloadFamily family = PagePlugin.catalog("extend-workload.md").workload("geometric-mean");

        assertThat(family.operations(inputs)).hasValue(operations);
        Workload member = family.create(inputs, 7);
        assertThat(Tracer.trace(member.function()).operations()).isEqualTo(operations);
    }

    @ParameterizedTest
    @CsvSource({"extend-engine.md, sparse-gradient", "extend-engine.md, node-list", "simple-tape.md, simple-tape"})
    void anEngineOfOnesOwnDifferentiatesTheLecturesExamples(String page, String name) {
        Catalog catalog = PagePlugin.catalog(page);
        Engine engine = catalog.engine(name);

        assertThat(gradient(catalog, engine, "lecture")).containsExactly(2, 5);
        assertThat(gradient(catalog, engine, "backprop")).containsExactly(-4, -4, 3);
        assertThat(gradient(catalog, engine, "gates")).containsExactly(-8, 6, 2, 0);
    }

    private static double[] gradient(Catalog catalog, Engine engine, String workload) {
        WorkloadFamily family = catalog.workload(workload);
        Workload member = family.create(family.minInputs(), 1);
        double[] gradient = new double[member.inputs()];
        engine.prepare(member.function()).gradient(member.point(), gradient);
        return gradient;
    }

    @Test
    void anEngineOfOnesOwnRefusesWhatIsTooLarge() {
        Catalog catalog = PagePlugin.catalog("extend-engine.md");
        DifferentiableFunction function =
                catalog.workload("product").create(5000, 1).function();

        assertThat(catalog.engine("sparse-gradient").refusal(function))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("4096").doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "extend-workload.md, --workload, geometric-mean",
        "extend-engine.md, --engine, sparse-gradient",
        "extend-engine.md, --engine, node-list",
        "simple-tape.md, --engine, simple-tape"
    })
    void whatIsPluggedInIsVerified(String page, String option, String name) {
        String sizes = "1,2,3,33";

        assertThat(run(List.of(
                        "verify",
                        option,
                        name,
                        "--inputs",
                        sizes,
                        "--plugin",
                        PagePlugin.jar(page).toString())))
                .contains(" 0 wrong, 0 failed");
    }

    @Test
    void theTapeOfTheReverseEngineIsCounted() {
        Catalog catalog = PagePlugin.catalog("extend-engine.md");
        WorkloadFamily family = catalog.workload("lecture");
        Differentiator differentiator =
                catalog.engine("node-list").prepare(family.create(2, 1).function());

        differentiator.gradient(new double[] {2, 1}, new double[2]);

        assertThat(differentiator.tapeBytes()).isEqualTo(3 * 60); // a + b, b + 1, and their product
    }

    /** What a reader puts into the local repository is what the project file depends on, without packing it. */
    @Test
    void theMavenProjectDependsOnWhatIsInstalled() throws Exception {
        String page = Page.of("docs/extend-engine.md").text();
        Matcher block = Pattern.compile("```xml\\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).isTrue();
        Element dependency = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(block.group(1))))
                .getElementsByTagName("dependency")
                .item(0);

        assertThat(page)
                .contains("mvn install:install-file -Dfile=benchmarks.jar -DgroupId=" + child(dependency, "groupId")
                        + " -DartifactId=" + child(dependency, "artifactId") + " -Dversion="
                        + child(dependency, "version") + " -Dpackaging=jar");
        assertThat(child(dependency, "scope")).isEqualTo("provided");
    }

    private static String child(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }

    @Test
    void theTapeByHandComputesTheLecturesExample() throws Exception {
        URL[] jar = {PagePlugin.jar("simple-tape.md").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(jar)) {
            Object computed = loader.loadClass("simpletape.ByHand")
                    .getMethod("valueAndGradient", double.class, double.class)
                    .invoke(null, 2.0, 1.0);

            assertThat((double[]) computed).containsExactly(6, 2, 5);
        }
    }

    @Test
    void aSuiteOfOnesOwnIsPlanned() throws IOException {
        Path file = Files.writeString(
                folder.resolve(MY_SUITE),
                Page.of("docs/extend-suite.md").files().get(MY_SUITE));

        List<PlannedCell> cells =
                Plan.of(Suites.find(file.toString()), Catalog.load(List.of()), Plan.Selection.everything());

        assertThat(cells).extracting(PlannedCell::workload).contains("mlp", "random:operations=16:locality=256");
        assertThat(cells).extracting(PlannedCell::inputs).contains(1, 1024, 65_536);
        assertThat(cells).anyMatch(PlannedCell::sampleAlso);
    }

    @Test
    void aMistakeInASuiteIsReportedAsThePageSays() throws IOException {
        Page page = Page.of("docs/extend-suite.md");
        String wrong = page.files().get(MY_SUITE).replaceFirst("engines =", "engine =");
        Path file = Files.writeString(folder.resolve(MY_SUITE), "# " + MY_SUITE + "\n" + wrong);

        String path = file.toString();
        assertThatThrownBy(() -> Suites.find(path))
                .isInstanceOf(UserError.class)
                .satisfies(error -> assertThat(page.text())
                        .contains("\n" + error.getMessage().replace(path, MY_SUITE) + "\n"));
    }

    @Test
    void everySuiteIsDescribedWithItsForks() {
        String readme = Page.of("benchmarks/README.md").text();

        assertThat(Suites.names()).allSatisfy(name -> assertThat(readme)
                .contains("| [" + name + "](suites/" + name + ".toml) | "
                        + Suites.find(name).settings().forks() + " |"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void sessionsPrintWhatThePageShows(Page page) {
        for (Page.Session session : page.sessions()) {
            List<String> arguments = new ArrayList<>(session.arguments());
            int plugin = arguments.indexOf("--plugin");
            if (plugin >= 0) {
                arguments.set(
                        plugin + 1,
                        PagePlugin.jar(page.path().getFileName().toString()).toString());
            }
            String printed = run(arguments);
            int position = 0;
            for (String part : session.output().split("(?m)^\\.\\.\\.\\n", -1)) { // lines left out
                int found = printed.indexOf(part, position);
                assertThat(found)
                        .as("%s: %s prints%n%s%nand not%n%s", page.path(), arguments, printed, part)
                        .isNotNegative();
                position = found + part.length();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Page page) {
        assertThat(page.linkedFiles()).allSatisfy(file -> assertThat(file).exists());
    }

    private static String run(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode =
                Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
        assertThat(exitCode).as(out + err.toString()).isZero();
        return out.toString().replace(System.lineSeparator(), "\n");
    }
}
