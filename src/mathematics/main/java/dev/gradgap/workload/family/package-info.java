/** The families of functions that come with the suite. */
package dev.gradgap.workload.family;
