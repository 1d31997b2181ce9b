/** Engines of other libraries, which a user might pick instead, behind adapters that follow this project's conventions. */
package dev.gradgap.engine.library;
