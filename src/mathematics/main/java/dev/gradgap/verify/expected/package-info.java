/** What is right, in numbers with their sources and doubts, and how an answer is compared with it. */
package dev.gradgap.verify.expected;
