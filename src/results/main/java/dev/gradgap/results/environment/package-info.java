/** The machine, the JVM and the program of a run: environment.json. */
package dev.gradgap.results.environment;
