/** report.html: one page with charts to choose from, tables under them, and everything it needs inside. */
package dev.gradgap.report.page;
