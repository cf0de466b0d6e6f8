/**
 * The CPython runtime: the operations of the API on words, by CPython's C API.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><th>class</th><th>content</th></tr>
 * <tr><td>{@link dev.sanca.internal.cpython.CPythonOperations}</td><td>all operations of CPython</td></tr>
 * <tr><td>{@code CPythonObjects}, {@code CPythonCalls}, {@code CPythonNumbers}, {@code CPythonText}, {@code CPythonContainers},
 *     {@code CPythonBuffers}, {@code CPythonErrors}, {@code CPythonCode}, {@code CPythonProxies}</td><td>one facet each, by default
 *     methods</td></tr>
 * <tr><td>{@code Operators}</td><td>the C function of each operator</td></tr>
 * <tr><td>{@code InternedNames}, {@code KeywordNames}, {@code Strings}</td><td>names and texts as Python objects</td></tr>
 * <tr><td>{@code BufferView}, {@link dev.sanca.internal.cpython.SegmentExporter}</td><td>memory: a buffer of Python, and memory of
 *     Java as a buffer</td></tr>
 * <tr><td>{@link dev.sanca.internal.cpython.Trampoline}</td><td>every call from Python into code of users</td></tr>
 * <tr><td>{@link dev.sanca.internal.cpython.JavaFunction}, {@code Capsules}</td><td>Java functions as Python callables, and the
 *     capsules that hold Java objects</td></tr>
 * <tr><td>{@link dev.sanca.internal.cpython.JavaProxy}, {@code JavaProxySlots}, {@code JavaProxyAttributes}</td><td>Java objects as
 *     Python objects</td></tr>
 * <tr><td>{@code JavaHolder}, {@code HolderType}, {@code PythonClassSlots}</td><td>the Python types whose instances hold a Java
 *     object</td></tr>
 * <tr><td>{@link dev.sanca.internal.cpython.PythonErrors}, {@code JavaExceptions}, {@code StackExhausted}</td><td>the error indicator, and
 *     exceptions of Java in Python</td></tr>
 * <tr><td>{@link dev.sanca.internal.cpython.CPython}, {@code Initialization}, {@code ClassInitialization}, {@code WarmUp}</td><td>the
 *     start</td></tr>
 * <tr><td>{@code Shutdown}, {@code ExitingThread}</td><td>the end, with the JVM</td></tr>
 * <tr><td>{@link dev.sanca.internal.cpython.CPythonRuntime}</td><td>CPython as a {@link dev.sanca.spi.PythonRuntime}</td></tr>
 * </table>
 *
 * <p>Unless a method says otherwise: the thread is attached, arguments are borrowed, a returned word is a new reference, and a
 * Python error is thrown as {@link dev.sanca.PythonException} or, if it began as a Java exception, as that same object.
 *
 * <p>Uses the rooms {@code convert}, {@code discovery}, {@code engine}, {@code ffi}, {@code reference}, {@code thread} and
 * {@code word}. This package is not exported.
 */
@NullMarked
package dev.sanca.internal.cpython;

import org.jspecify.annotations.NullMarked;
