package dev.gradgap.compare;

import dev.gradgap.results.environment.Environment;
import dev.gradgap.results.journal.RunData;

/**
 * One side of a comparison.
 *
 * @param label what the user calls it: a jar or a directory
 */
public record ComparedRun(String label, RunData run, Environment environment) {}
