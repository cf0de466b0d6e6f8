/**
 * The CPython runtime: the operations of the API in terms of words and CPython's C API.
 *
 * <p>This package may use every package below it, down to {@code dev.sanca.internal.ffi}, and
 * {@code dev.sanca.internal.discovery}. It is not exported.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><th>class</th><th>content</th></tr>
 * <tr><td>{@code CPythonOperations}</td><td>the table of all operations; each calls a class of this package</td></tr>
 * <tr><td>{@code ObjectProtocol}, {@code NumberProtocol}, {@code Iteration}, {@code Calls}, {@code BufferView},
 *     {@code Buffers}</td><td>the protocols of CPython's abstract object layer</td></tr>
 * <tr><td>{@code Containers}, {@code Strings}, {@code LargeIntegers}, {@code Modules}, {@code Code}, {@code Capsules}</td>
 *     <td>built-in types</td></tr>
 * <tr><td>{@code InternedNames}, {@code KeywordNames}, {@code TypeNames}, {@code TypeChecks}</td><td>names and types that are
 *     kept</td></tr>
 * <tr><td>{@code PythonErrors}, {@code JavaExceptions}, {@code StackExhausted}</td><td>exceptions from Python to Java, and
 *     back</td></tr>
 * <tr><td>{@code Trampoline}, {@code JavaFunction}, {@code Handles}</td><td>calls from Python into Java</td></tr>
 * <tr><td>{@code JavaHolder}, {@code JavaProxy}, {@code SegmentExporter}</td><td>Python types whose instances hold Java
 *     objects</td></tr>
 * <tr><td>{@code CPython}, {@code Initialization}, {@code Preparation}, {@code Rehearsal}, {@code Shutdown}</td><td>the start
 *     and the end of the interpreter</td></tr>
 * </table>
 *
 * <p>Unless a method says otherwise, the thread is attached, arguments are borrowed, and a returned word is a new
 * reference. A Python error is thrown as {@link dev.sanca.PythonException}; a Java exception that has passed through
 * Python is thrown as the same object.
 */
@NullMarked
package dev.sanca.internal.cpython;

import org.jspecify.annotations.NullMarked;
