/** What a person looks at: plots, the summary in Markdown, the verdict on the console; all made from results alone. */
package dev.gradgap.report;
