/** Opinions on what is right, formed by a process that times nothing: dual numbers, a tape, differences, and whether they agree. */
package dev.gradgap.verify.recording;
