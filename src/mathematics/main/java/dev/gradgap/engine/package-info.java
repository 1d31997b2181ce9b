/**
 * What differentiates: an {@link dev.gradgap.engine.Engine} says what it is (technology, mode, operators) and prepares a
 * {@link dev.gradgap.engine.Differentiator} for one function, which then works on caller-owned arrays.
 */
package dev.gradgap.engine;
