/**
 * What every engine must do, clause by clause, on functions whose derivatives are known from a table or by hand: for the
 * author of an engine, from the command line, and for the tests of the engines of this project, which are the same.
 */
package dev.gradgap.verify.contract;
