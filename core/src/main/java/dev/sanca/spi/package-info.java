/**
 * Services that others provide to Sanca: a bundled CPython, and implementations of Python. Programs do not need this
 * package, except to attach to a runtime that is not the default one.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><th>interface</th><th>what it provides</th></tr>
 * <tr><td>{@link dev.sanca.spi.PythonRuntime}</td><td>an implementation of Python, such as CPython or GraalPy</td></tr>
 * <tr><td>{@link dev.sanca.spi.PythonRuntime.Function}, {@link dev.sanca.spi.PythonRuntime.Members}</td><td>what Sanca passes
 *     to a runtime: the body of a function, and the attributes of a Java object</td></tr>
 * <tr><td>{@link dev.sanca.spi.PythonRuntime.Raised}</td><td>a Python exception between Sanca and a runtime</td></tr>
 * <tr><td>{@link dev.sanca.spi.BundledPython}</td><td>a CPython in jars, which is unpacked at the first use</td></tr>
 * </table>
 *
 * <p>Sanca finds both kinds of services with {@link java.util.ServiceLoader}.
 */
@NullMarked
package dev.sanca.spi;

import org.jspecify.annotations.NullMarked;
