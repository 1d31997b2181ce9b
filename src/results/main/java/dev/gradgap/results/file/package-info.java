/** Files in general: whole or not at all, CSV and JSON that name the line and the field they cannot read. */
package dev.gradgap.results.file;
