/** What commands do once their options are read: verifying, one point's derivatives, measuring in pairs, a run's report. */
package dev.gradgap.task;
