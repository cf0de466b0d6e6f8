/**
 * What any Python must do, on words, and what is the same for every Python.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><th>class</th><th>content</th></tr>
 * <tr><td>{@link dev.sanca.internal.engine.Operations}</td><td>everything that a runtime does. Each operation is declared in one facet,
 *     an interface whose name ends in {@code Operations}</td></tr>
 * <tr><td>{@link dev.sanca.internal.engine.BinaryOperator}, {@link dev.sanca.internal.engine.UnaryOperator},
 *     {@link dev.sanca.internal.engine.Comparison}</td><td>operators, by number and by name</td></tr>
 * <tr><td>{@link dev.sanca.internal.engine.PythonType}, {@link dev.sanca.internal.engine.PythonProtocol},
 *     {@link dev.sanca.internal.engine.ImportedAttribute}</td><td>types, protocols and functions of Python's library, by name</td></tr>
 * <tr><td>{@link dev.sanca.internal.engine.TaggedOperations}</td><td>operations on ints and constants that need no Python</td></tr>
 * <tr><td>{@link dev.sanca.internal.engine.JavaHandles}</td><td>Java objects as words, until a Python needs them</td></tr>
 * <tr><td>{@link dev.sanca.internal.engine.Source}, {@link dev.sanca.internal.engine.Tracebacks},
 *     {@link dev.sanca.internal.engine.NearestExceptions}</td><td>source code, tracebacks, types of exceptions</td></tr>
 * <tr><td>{@link dev.sanca.internal.engine.Face}</td><td>the door through which the rooms make what the public face returns</td></tr>
 * </table>
 *
 * <p>Uses the rooms {@code ffi}, {@code word}, {@code reference}, {@code thread}.
 */
@NullMarked
package dev.sanca.internal.engine;

import org.jspecify.annotations.NullMarked;
