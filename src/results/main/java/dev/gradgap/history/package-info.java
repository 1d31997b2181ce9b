/** What runs on one machine said over time: history files, trends and change points. */
package dev.gradgap.history;
