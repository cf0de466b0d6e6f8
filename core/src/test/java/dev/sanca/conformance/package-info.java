/**
 * The conformance report: the core's suite in a JVM of its own for each Python and each way to run it, in one table. Run by
 * {@code ./sanca conform}; {@link dev.sanca.conformance.Suite} alone runs beside the tests, the rest uses the JDK only.
 */
@NullMarked
package dev.sanca.conformance;

import org.jspecify.annotations.NullMarked;
