package dev.gradgap.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gradgap.report.page.SampleMap;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The report of a real run, written by the jar, in a real browser. */
class ReportPageIT {

    private static final Path FRONTIER = Path.of("results/reference/frontier");
    private static final List<String> CHARTS = List.of("time", "gap", "cost-ratio", "model", "memory", "break-even");

    /** A name that means something to HTML and to addresses. */
    private static final String EVIL = "<script>document.title=1</script>&5%";

    @TempDir
    private static Path folder;

    private static Path run;
    private static ChromeDriver browser;

    @BeforeAll
    static void openABrowser() throws IOException {
        Optional<Path> chromium = onPath("chromium").or(() -> onPath("google-chrome"));
        Optional<Path> driver = onPath("chromedriver");
        assumeTrue(
                chromium.isPresent() && driver.isPresent(),
                "no chromium and chromedriver on this machine: the report is not looked at in a browser");
        run = folder.resolve("run");
        Files.createDirectory(run);
        try (Stream<Path> files = Files.list(FRONTIER)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(csv|json)"))
                    .toList()) {
                Files.writeString(
                        run.resolve(file.getFileName()), Files.readString(file).replace("sum-of-squares", EVIL));
            }
        }
        Files.writeString(run.resolve("cells.csv"), SampleMap.cells(), StandardOpenOption.APPEND);
        Files.writeString(run.resolve("gap.csv"), SampleMap.gaps(), StandardOpenOption.APPEND);
        assertThat(new BenchmarksJar(folder)
                        .run("report", "run")
                        .withoutStackTrace()
                        .exitCode())
                .isZero();
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.get().toFile())
                .build();
        browser = new ChromeDriver(service, options);
    }

    @AfterAll
    static void closeIt() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void open(String fragment) {
        browser.get("about:blank");
        browser.get(run.resolve("report.html").toUri() + fragment);
    }

    private static Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) browser).executeScript(script, arguments);
    }

    private static long paths(String chart) {
        return (long) script("return document.querySelectorAll('#chart-" + chart + " svg path').length");
    }

    private static WebElement choice(String name) {
        return browser.findElement(By.cssSelector("[data-choice='" + name + "']"));
    }

    @Test
    void everyChartIsDrawnWithoutAComplaint() {
        browser.manage().logs().get(LogType.BROWSER);
        open("");
        assertThat(CHARTS)
                .allSatisfy(chart -> assertThat(paths(chart)).as(chart).isGreaterThan(5));
        assertThat((long) script("return document.querySelectorAll('[id^=ranking-] svg path').length"))
                .isGreaterThan(5);
        assertThat((String) script("return document.querySelector('#map-0 svg').textContent"))
                .contains("either", "reverse", "32");
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .extracting(LogEntry::getMessage)
                .isEmpty();
    }

    @Test
    void whatIsChosenIsDrawnAndInTheAddress() {
        open("");
        long before = paths("time");
        choice("families:rosenbrock").sendKeys(Keys.ENTER);
        assertThat(paths("time")).isGreaterThan(before);
        assertThat(choice("families:rosenbrock").getAttribute("aria-pressed")).isEqualTo("true");
        choice("engines:graph-reverse").click();
        String address = browser.getCurrentUrl();
        assertThat(address)
                .contains("families=rosenbrock,mlp")
                .contains("engines=")
                .doesNotContain("graph-reverse");
        long drawn = paths("time");

        open(address.substring(address.indexOf('#')));
        assertThat(paths("time")).isEqualTo(drawn);
        assertThat(choice("engines:graph-reverse").getAttribute("aria-pressed")).isEqualTo("false");
        open("#families=");
        assertThat(browser.findElement(By.id("chart-time")).getText()).startsWith("Nothing of this chart is chosen");
    }

    @Test
    void anyNameIsFoundAgainInTheAddress() {
        open("#families=");
        choice("families:" + EVIL).click();
        String address = browser.getCurrentUrl();

        open(address.substring(address.indexOf('#')));
        assertThat(choice("families:" + EVIL).getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(paths("time")).isGreaterThan(5);
    }

    @Test
    void whatIsPrintedIsLight() {
        open("#theme=dark");
        script("addEventListener('beforeprint', () => { window.printed = document.documentElement.dataset.theme; })");
        browser.executeCdpCommand("Page.printToPDF", Map.of());
        assertThat(script("return window.printed")).isEqualTo("light");
        assertThat(script("return document.documentElement.dataset.theme")).isEqualTo("dark");
    }

    @Test
    void theThemeCanBeChosen() {
        open("#theme=light");
        String light = (String) script("return getComputedStyle(document.documentElement).backgroundColor");
        browser.findElement(By.id("theme")).click();
        assertThat((String) script("return getComputedStyle(document.documentElement).backgroundColor"))
                .isNotEqualTo(light);
        assertThat(browser.getCurrentUrl()).contains("theme=dark");
    }

    @ParameterizedTest
    @ValueSource(ints = {375, 1024, 1920})
    void nothingIsWiderThanTheScreen(int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        open("");
        assertThat((long) script("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        assertThat((long) script("return document.querySelector('#chart-time svg').clientWidth"))
                .isBetween(300L, (long) width);
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    @Test
    void aNameWithMarkupDoesNotRun() {
        open("");
        assertThat(browser.getTitle()).isEqualTo("gradgap: forward mode against reverse mode");
        assertThat(browser.findElement(By.id("choices")).getText()).contains(EVIL);
    }

    /** The page without its policy, which would stop a request before it could be seen. */
    @Test
    void thePageAsksForNothing() throws IOException {
        String guarded = Files.readString(run.resolve("report.html"));
        String page = guarded.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
        assertThat(page).isNotEqualTo(guarded);
        Path unguarded = Files.writeString(run.resolve("unguarded.html"), page);
        browser.get("about:blank");
        browser.manage().logs().get(LogType.PERFORMANCE);

        browser.get(unguarded.toUri() + "#theme=dark");
        choice("families:rosenbrock").click();
        assertThat(paths("time")).isGreaterThan(5);
        assertThat(requests()).containsExactly(unguarded.toUri().toString());
    }

    private static List<String> requests() throws IOException {
        List<String> urls = new ArrayList<>();
        for (LogEntry entry : browser.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = new ObjectMapper().readTree(entry.getMessage()).path("message");
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                urls.add(message.path("params").path("request").path("url").asText());
            }
        }
        return urls;
    }

    @Test
    void theLectureIsSteppedThroughByButtonsAndByKeys() {
        open("");
        WebElement walk = browser.findElement(By.className("walk"));
        WebElement step = walk.findElement(By.className("walk-step"));
        WebElement visits = walk.findElement(By.className("walk-visits"));
        WebElement play = walk.findElement(By.cssSelector("[data-go=play]"));
        assertThat(step.getText()).startsWith("The graph: inputs at the bottom");
        assertThat(shown("derivative")).isEmpty();

        walk.findElement(By.cssSelector("[data-go=next]")).click();
        assertThat(step.getText()).isEqualTo("Values, from the inputs up: a = 2");
        assertThat(shown("value")).containsExactly("= 2");

        walk.sendKeys(Keys.END);
        assertThat(shown("value")).containsExactlyInAnyOrder("= 2", "= 1", "= 3", "= 2", "= 6");
        assertThat(shown("derivative"))
                .containsExactlyInAnyOrder("de/da = 2", "de/db = 5", "de/dc = 2", "de/dd = 3", "de/de = 1");
        assertThat(visits.getText()).isEqualTo("Edges visited: forward mode 10, reverse mode 5");
        walk.sendKeys(Keys.ARROW_LEFT);
        assertThat(step.getText()).isEqualTo("Reverse mode from e: de/da = de/dc * ∂c/∂a = 2 * 1 = 2");

        walk.sendKeys(Keys.HOME);
        assertThat(shown("value")).isEmpty();
        walk.sendKeys(Keys.SPACE);
        assertThat(play.getText()).isEqualTo("Pause");
        walk.sendKeys(Keys.SPACE);
        assertThat(play.getText()).isEqualTo("Play");
    }

    /** The texts of a style that are visible in the first graph. */
    @SuppressWarnings("unchecked")
    private static List<String> shown(String style) {
        return (List<String>) script("return Array.from(document.querySelector('.walk').querySelectorAll('." + style
                + "')).filter(text => getComputedStyle(text).visibility === 'visible').map(text => text.textContent)");
    }
}
