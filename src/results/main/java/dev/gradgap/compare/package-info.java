/** What changed from one revision to another: two runs, cell by cell, and the tables that say so. */
package dev.gradgap.compare;
