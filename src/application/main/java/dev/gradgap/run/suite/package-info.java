/** Suites, and the cells that one plans. */
package dev.gradgap.run.suite;
