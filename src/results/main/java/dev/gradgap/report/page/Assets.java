package dev.gradgap.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Properties;

/** The scripts and styles that a page carries inside. */
final class Assets {

    private static final String BUILD = "build.properties"; // Maven writes the version of ECharts into it

    private Assets() {}

    /** A file beside this class. */
    static String read(String name) {
        return text(Assets.class.getResourceAsStream(name), name);
    }

    /** ECharts, as its authors made it for browsers. */
    static String echarts() {
        Properties build = new Properties();
        try (InputStream in = Assets.class.getResourceAsStream(BUILD)) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + BUILD + " of the jar", e);
        }
        String path =
                "/META-INF/resources/webjars/echarts/" + build.getProperty("echarts.version") + "/dist/echarts.min.js";
        return text(Assets.class.getResourceAsStream(path), path);
    }

    private static String text(InputStream stream, String name) {
        if (stream == null) {
            throw new IllegalStateException(name + " is missing in the jar");
        }
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " of the jar", e);
        }
    }

    /** What a content security policy calls a script that may run. */
    static String integrity(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
