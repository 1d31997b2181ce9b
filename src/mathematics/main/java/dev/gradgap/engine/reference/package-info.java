/**
 * What the other engines are measured against: the adjoint that an expert wrote by hand, and finite differences, which
 * need no differentiation at all.
 */
package dev.gradgap.engine.reference;
