/** The list of the engines that come with the suite. */
package dev.gradgap.engine.builtin;
