/** The files of a run: a CSV for each kind of result, JMH's JSON. */
package dev.gradgap.results.directory;
