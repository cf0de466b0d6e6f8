/**
 * The conformance report: the core's suite in a JVM of its own for each Python and each way to run it, in one table. Run by
 * {@code ./sanca conform}. {@link dev.sanca.conformance.Main} starts a JVM for each column, in which {@link
 * dev.sanca.conformance.Suite} runs beside the core's compiled tests; all but the latter uses the JDK only.
 */
@NullMarked
package dev.sanca.conformance;

import org.jspecify.annotations.NullMarked;
