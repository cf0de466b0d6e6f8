/**
 * Finds the CPython to load and what it is, before any native library is loaded.
 *
 * <p>This package may use the JDK, {@link dev.sanca.PythonConfig} and its exception, and {@code dev.sanca.spi}. It is
 * not exported.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><th>class</th><th>content</th></tr>
 * <tr><td>{@link dev.sanca.internal.discovery.Discovery}</td><td>the choice, and its order</td></tr>
 * <tr><td>{@link dev.sanca.internal.discovery.DiscoveredPython}</td><td>the result</td></tr>
 * <tr><td>{@code DiscoveryEnvironment}</td><td>properties, environment variables and the bundle; tests replace them</td></tr>
 * <tr><td>{@code ExecutableInspector}, {@code LibraryInspector}</td><td>what an executable, or a library alone, is</td></tr>
 * <tr><td>{@code InterpreterQuery}, {@code InterpreterReport}, {@code InterpreterCache}</td><td>running an interpreter, its report, and the
 *     cache of reports</td></tr>
 * <tr><td>{@code SharedLibrary}, {@code ElfHeader}</td><td>the {@code libpython} of an interpreter, and its architecture</td></tr>
 * </table>
 */
@NullMarked
package dev.sanca.internal.discovery;

import org.jspecify.annotations.NullMarked;
