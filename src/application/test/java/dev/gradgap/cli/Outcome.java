package dev.gradgap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gradgap.terminal.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What a command printed and returned. */
record Outcome(int exitCode, String out, String err) {

    static Outcome of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    /** Runs a command whose arguments have no spaces. */
    static Outcome ofLine(String line) {
        return of(line.strip().split(" +"));
    }

    /** Asserts that the command did what it was asked for and complained about nothing. */
    Outcome isFine() {
        assertThat(err).isEmpty();
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        return this;
    }

    /** Asserts that the command refused in one line, printed nothing else, and says it was used wrongly. */
    void isRefusedWith(String message) {
        assertThat(err).isEqualToIgnoringNewLines("error: " + message).hasLineCount(1);
        assertThat(out).isEmpty();
        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
    }

    JsonNode json() {
        isFine();
        try {
            return new ObjectMapper().readTree(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
