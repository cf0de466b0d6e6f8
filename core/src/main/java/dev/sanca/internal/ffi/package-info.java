/**
 * CPython's C API, one class per header, every function under its C name.
 *
 * <p>Pointers, {@code Py_ssize_t} and {@code PyObject*} are {@code long}, C's {@code int} is {@code int}. Each method's
 * Javadoc says who owns what it returns (<em>new</em>, <em>borrowed</em>, <em>steals</em>), how it reports an error and
 * whether it can run Python code:
 *
 * <table>
 * <caption>What a function may do</caption>
 * <tr><th>words</th><th>meaning</th></tr>
 * <tr><td>may run Python code</td><td>anything can happen: finalizers, upcalls, a switch of threads</td></tr>
 * <tr><td>may run the collector</td><td>the same, but only in Pythons up to 3.11, whose collector runs inside
 * allocations</td></tr>
 * <tr><td>runs no Python code</td><td>an ordinary call that returns soon</td></tr>
 * <tr><td>leaf</td><td>called without a transition of the thread ({@code Linker.Option.critical}): neither runs Python
 * code, nor blocks, nor frees. The arguments must be of the type the function expects: the error path of a leaf would
 * allocate an exception</td></tr>
 * </table>
 *
 * <p><b>Thread</b>: the calling thread must be attached, except where a method says otherwise. Nothing here checks that.
 *
 * <p><b>Versions</b>: a function that some supported Python lacks has a constant {@code HAS_name}; calling it there throws
 * {@link java.lang.UnsupportedOperationException}. Handles are made when a header's class is first used, which must be after
 * {@link dev.sanca.internal.ffi.LibPython#load}.
 */
@NullMarked
package dev.sanca.internal.ffi;

import org.jspecify.annotations.NullMarked;
