/** How commands answer: text and JSON on standard output, errors beside it, exit codes. */
package dev.gradgap.terminal;
