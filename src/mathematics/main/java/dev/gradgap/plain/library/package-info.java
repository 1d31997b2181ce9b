/**
 * What stands for methods of the JDK that take or give doubles, in plain Java, so that it is transformed like the user's code. A
 * method is found by its name and its parameters, the receiver first: see {@link dev.gradgap.plain.Substitutes}.
 */
package dev.gradgap.plain.library;
