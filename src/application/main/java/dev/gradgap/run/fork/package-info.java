/** Other JVMs: how forks are started, measured by turns, listened to, and ended. */
package dev.gradgap.run.fork;
