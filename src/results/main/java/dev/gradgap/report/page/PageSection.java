package dev.gradgap.report.page;

/**
 * A part of the page that others provide.
 *
 * @param title its heading
 * @param html its content, which must be safe to stand in the page
 * @param script run at the end of the page; empty if there is none
 */
public record PageSection(String title, String html, String script) {}
