/** What was planned and what each fork reported: the journal, from which everything else is computed. */
package dev.gradgap.results.journal;
