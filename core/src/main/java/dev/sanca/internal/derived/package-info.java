/**
 * The operations of any Python, made of the methods of {@link dev.sanca.spi.PythonRuntime}: the second implementation of
 * {@link dev.sanca.internal.engine.Operations}.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><th>class</th><th>content</th></tr>
 * <tr><td>{@link dev.sanca.internal.derived.DerivedOperations}</td><td>all operations of one runtime; its start</td></tr>
 * <tr><td>{@code DerivedObjects}, {@code DerivedCalls}, {@code DerivedNumbers}, {@code DerivedText}, {@code DerivedContainers},
 *     {@code DerivedBuffers}, {@code DerivedErrors}, {@code DerivedCode}, {@code DerivedProxies}</td><td>one facet each, by default
 *     methods</td></tr>
 * <tr><td>{@code DerivedAccess}</td><td>calls the runtime with words, and throws what it raises</td></tr>
 * <tr><td>{@code DerivedPython}, {@code derived.py}</td><td>the functions in Python that operations are made of</td></tr>
 * <tr><td>{@code DerivedWords}</td><td>references of the runtime as words</td></tr>
 * <tr><td>{@code DerivedExceptions}</td><td>exceptions, in both directions</td></tr>
 * <tr><td>{@code DerivedFunctions}, {@code DerivedMembers}</td><td>Java functions and Java objects in Python</td></tr>
 * <tr><td>{@code BufferCopy}</td><td>the buffer of an object, as a copy</td></tr>
 * </table>
 *
 * <p>Uses the rooms {@code convert}, {@code engine}, {@code ffi}, {@code reference}, {@code thread} and {@code word}, and not
 * {@code cpython}.
 */
@NullMarked
package dev.sanca.internal.derived;

import org.jspecify.annotations.NullMarked;
