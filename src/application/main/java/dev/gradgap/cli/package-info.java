/**
 * The command line: one class for each subcommand, which owns its help text; {@link dev.gradgap.cli.Main} only dispatches.
 */
package dev.gradgap.cli;
