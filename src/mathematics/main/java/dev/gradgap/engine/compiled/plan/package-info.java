/**
 * A function as loops over elements of arrays: what is decided, by name where each value lives and how iterations use it, and
 * nothing of how that was found or what is made of it.
 */
package dev.gradgap.engine.compiled.plan;
