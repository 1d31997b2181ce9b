package dev.gradgap.cli;

import java.util.Optional;
import org.openjdk.jmh.util.Version;
import picocli.CommandLine.IVersionProvider;

/** The versions that decide what a measurement means: of this program, of JMH and of Java. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(not from a jar)");
        return new String[] {
            "gradgap " + version,
            "JMH " + Version.getPlainVersion(),
            "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
        };
    }
}
