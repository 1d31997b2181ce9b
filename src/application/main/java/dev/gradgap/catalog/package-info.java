/**
 * Finding workloads and engines by the names a user types: those of the suite, those on the class path and those in
 * plug-in jars, with one clear line when a name, a size or a jar is wrong.
 */
package dev.gradgap.catalog;
