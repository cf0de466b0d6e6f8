/**
 * The runtime {@code graalpy}: one GraalPy context for the process, which Sanca calls through functions written in
 * Python, {@code glue.py}.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><th>class</th><th>content</th></tr>
 * <tr><td>{@link dev.sanca.graalpy.GraalPyRuntime}</td><td>the service that Sanca finds, and every operation</td></tr>
 * <tr><td>{@code GraalPyContext}, {@code StackTraceWarmUp}, {@code GraalPyShutdown}</td><td>the start and the end of the
 *     interpreter</td></tr>
 * <tr><td>{@code Glue}, {@code glue.py}</td><td>the Python functions behind the operations</td></tr>
 * <tr><td>{@code GraalPyErrors}</td><td>exceptions from Python to Java, and back</td></tr>
 * <tr><td>{@code Callback}, {@code JavaObjects}, {@code OpaqueObject}</td><td>Java functions and Java objects in Python</td></tr>
 * </table>
 */
@NullMarked
package dev.sanca.graalpy;

import org.jspecify.annotations.NullMarked;
