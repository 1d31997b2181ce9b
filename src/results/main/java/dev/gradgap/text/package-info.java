/**
 * How numbers and names are written: for people, and as they must stand inside of HTML, SVG, Markdown and the names of
 * files. Names come from users: none may become markup.
 */
package dev.gradgap.text;
