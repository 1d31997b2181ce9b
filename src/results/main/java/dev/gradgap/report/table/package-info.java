/** The tables, and summary.md, which has them all. */
package dev.gradgap.report.table;
