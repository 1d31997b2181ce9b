/** How a program that fails is made small. */
package dev.gradgap.workload.program.shrink;
