package dev.gradgap;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.gradgap.engine.Engine;
import dev.gradgap.engine.ForwardEngine;
import dev.gradgap.engine.Mode;
import dev.gradgap.engine.Operator;
import dev.gradgap.engine.ReverseEngine;
import dev.gradgap.engine.Technology;
import dev.gradgap.engine.forward.OverloadingForward;
import dev.gradgap.engine.reference.ReferenceAdjoint;
import dev.gradgap.engine.reverse.OverloadingReverse;
import dev.gradgap.graph.Graph;
import dev.gradgap.graph.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms and who may enter which, and the wings they are in, as in docs/architecture.md. */
@AnalyzeClasses(
        packages = "dev.gradgap",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestsOfOtherModules.class})
@ArchTag("thorough")
class ArchitectureTest {

    private static final String[] MATHEMATICS = {
        "dev.gradgap.function..",
        "dev.gradgap.graph..",
        "dev.gradgap.workload..",
        "dev.gradgap.plain..",
        "dev.gradgap.engine..",
        "dev.gradgap.verify.."
    };
    private static final String[] RESULTS = {
        "dev.gradgap.text..",
        "dev.gradgap.statistics..",
        "dev.gradgap.results..",
        "dev.gradgap.report..",
        "dev.gradgap.compare..",
        "dev.gradgap.history.."
    };

    /** What the modules' poms name. */
    private static final List<String> FOLDERS =
            List.of("main/java", "main/vector", "main/resources", "test/java", "test/resources");

    static final class NoTestsOfOtherModules implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule mathematicsStandsAlone = noClasses()
            .that()
            .resideInAnyPackage(MATHEMATICS)
            .should()
            .dependOnClassesThat(resideInAPackage("dev.gradgap..").and(not(resideInAnyPackage(MATHEMATICS))));

    @ArchTest
    static final ArchRule resultsShareThreeWordsWithTheMathematics = noClasses()
            .that()
            .resideInAnyPackage(RESULTS)
            .should()
            .dependOnClassesThat(resideInAPackage("dev.gradgap..")
                    .and(not(resideInAnyPackage(RESULTS)))
                    .and(not(belongToAnyOf(Mode.class, Operator.class, Technology.class))));

    @ArchTest
    static final ArchRule roomsDependDownwardsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("function")
            .definedBy("dev.gradgap.function..")
            .layer("graph")
            .definedBy("dev.gradgap.graph..")
            .layer("workload")
            .definedBy("dev.gradgap.workload..")
            .layer("plain")
            .definedBy("dev.gradgap.plain..")
            .layer("engine")
            .definedBy("dev.gradgap.engine..")
            .layer("catalog")
            .definedBy("dev.gradgap.catalog..")
            .layer("verify")
            .definedBy("dev.gradgap.verify..")
            .layer("explain")
            .definedBy("dev.gradgap.explain..")
            .layer("descend")
            .definedBy("dev.gradgap.descend..")
            .layer("text")
            .definedBy("dev.gradgap.text..")
            .layer("statistics")
            .definedBy("dev.gradgap.statistics..")
            .layer("results")
            .definedBy("dev.gradgap.results..")
            .layer("run")
            .definedBy("dev.gradgap.run..")
            .layer("report")
            .definedBy("dev.gradgap.report..")
            .layer("compare")
            .definedBy("dev.gradgap.compare..")
            .layer("history")
            .definedBy("dev.gradgap.history..")
            .layer("benchmarks")
            .definedBy("dev.gradgap.benchmarks..")
            .layer("terminal")
            .definedBy("dev.gradgap.terminal..")
            .layer("task")
            .definedBy("dev.gradgap.task..")
            .layer("cli")
            .definedBy("dev.gradgap.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("task")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("terminal")
            .mayOnlyBeAccessedByLayers("cli", "task")
            .whereLayer("benchmarks")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("compare")
            .mayOnlyBeAccessedByLayers("cli", "task")
            .whereLayer("history")
            .mayOnlyBeAccessedByLayers("cli", "task")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli", "compare", "history", "task")
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("cli", "benchmarks", "task")
            .whereLayer("explain")
            .mayOnlyBeAccessedByLayers("cli", "task")
            .whereLayer("descend")
            .mayOnlyBeAccessedByLayers("cli", "task")
            .whereLayer("verify")
            .mayOnlyBeAccessedByLayers("cli", "benchmarks", "task")
            .whereLayer("results")
            .mayOnlyBeAccessedByLayers("cli", "benchmarks", "run", "report", "compare", "history", "task")
            .whereLayer("catalog")
            .mayOnlyBeAccessedByLayers("cli", "benchmarks", "run", "task")
            .whereLayer("text")
            .mayOnlyBeAccessedByLayers(
                    "catalog",
                    "benchmarks",
                    "terminal",
                    "results",
                    "run",
                    "explain",
                    "report",
                    "compare",
                    "history",
                    "cli",
                    "task")
            .whereLayer("statistics")
            .mayOnlyBeAccessedByLayers(
                    "text", "descend", "results", "run", "report", "compare", "history", "benchmarks", "cli", "task")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers(
                    "verify",
                    "explain",
                    "descend",
                    "results",
                    "catalog",
                    "run",
                    "report",
                    "compare",
                    "history",
                    "benchmarks",
                    "cli",
                    "task")
            .whereLayer("plain")
            .mayOnlyBeAccessedByLayers("catalog")
            .whereLayer("workload")
            .mayOnlyBeAccessedByLayers("plain", "verify", "explain", "catalog", "run", "benchmarks", "cli", "task")
            .whereLayer("graph")
            .mayOnlyBeAccessedByLayers("workload", "engine", "verify", "explain", "benchmarks", "cli", "task");

    @ArchTest
    static final ArchRule roomsFormNoCycles =
            slices().matching("dev.gradgap.(*)..").should().beFreeOfCycles();

    /** A proof knows nothing of what made the program; only what executes programs knows both. */
    @ArchTest
    static final ArchRule aProgramIsProvedByWhatDidNotMakeIt = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("sweeps")
            .definedBy("dev.gradgap.graph.schedule")
            .layer("maker")
            .definedBy("dev.gradgap.graph.schedule.maker")
            .layer("proof")
            .definedBy("dev.gradgap.graph.schedule.proof")
            .layer("program")
            .definedBy("dev.gradgap.graph.schedule.program")
            .whereLayer("sweeps")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("maker")
            .mayOnlyBeAccessedByLayers("sweeps")
            .whereLayer("proof")
            .mayOnlyBeAccessedByLayers("sweeps");

    /** Nor does a proof of loops know what made their plan, and none of the two what code is made of it. */
    @ArchTest
    static final ArchRule aPlanIsProvedByWhatDidNotMakeIt = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("engines")
            .definedBy("dev.gradgap.engine.compiled")
            .layer("code")
            .definedBy("dev.gradgap.engine.compiled.code")
            .layer("maker")
            .definedBy("dev.gradgap.engine.compiled.maker")
            .layer("proof")
            .definedBy("dev.gradgap.engine.compiled.proof")
            .layer("plan")
            .definedBy("dev.gradgap.engine.compiled.plan")
            .whereLayer("engines")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("code")
            .mayOnlyBeAccessedByLayers("engines")
            .whereLayer("maker")
            .mayOnlyBeAccessedByLayers("engines")
            .whereLayer("proof")
            .mayOnlyBeAccessedByLayers("engines", "maker");

    /** One class reads a file: {@code OperationLoops} the class files of its own two templates. */
    @ArchTest
    static final ArchRule whatIsMeasuredKnowsNothingOfMeasuring = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.gradgap.function..", "dev.gradgap.graph..", "dev.gradgap.workload..", "dev.gradgap.engine..")
            .and()
            .doNotHaveFullyQualifiedName("dev.gradgap.graph.OperationLoops")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.openjdk.jmh..", "picocli..", "com.fasterxml..", "java.nio.file..", "java.io..");

    @ArchTest
    static final ArchRule statisticsKnowNothingOfDerivatives = noClasses()
            .that()
            .resideInAPackage("dev.gradgap.statistics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.gradgap.function..", "dev.gradgap.engine..", "dev.gradgap.workload..");

    /** An engine is judged by other code than its own, whichever it is: here by what no engine runs. */
    @ArchTest
    static final ArchRule theSweepOverAGraphThatJudgesEnginesIsNoneOfTheirs = noClasses()
            .that()
            .haveFullyQualifiedName("dev.gradgap.verify.GraphSweeps")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.gradgap..")
                    .and(not(belongToAnyOf(Graph.class, Operation.class)))
                    .and(not(simpleName("GraphSweeps"))));

    /** Of all engines the oracles know only the pair by which {@code Expectations} are recorded, and the hand-written adjoint. */
    @ArchTest
    static final ArchRule oraclesKnowNoEnginesButThoseThatRecord = noClasses()
            .that()
            .resideInAnyPackage("dev.gradgap.verify", "dev.gradgap.verify.expected", "dev.gradgap.verify.recording")
            .should()
            .dependOnClassesThat(assignableTo(Engine.class)
                    .and(not(belongToAnyOf(Engine.class, ForwardEngine.class, ReverseEngine.class)))
                    .and(not(belongToAnyOf(
                            OverloadingForward.class, OverloadingReverse.class, ReferenceAdjoint.class))));

    /** A test in a folder that no module compiles is never run, and nobody is told. */
    @Test
    void everySourceIsOfAModule() throws IOException {
        Pattern module = Pattern.compile("<module>(.+)</module>");
        List<Path> compiled = module.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .flatMap(match -> FOLDERS.stream().map(folder -> Path.of(match.group(1), folder)))
                .toList();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .filteredOn(file ->
                            !file.endsWith("pom.xml") && !file.toString().contains("/target/"))
                    .isNotEmpty()
                    .allMatch(file -> compiled.stream().anyMatch(file::startsWith));
        }
    }
}
