/**
 * CPython's C API as Java methods: one class for each header, each function under its C name; and the raw memory,
 * machine code and stack handling that calls need.
 *
 * <p>This package may use {@code java.lang.foreign} and the JDK, and no other package of Sanca. It is not exported.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><th>class</th><th>content</th></tr>
 * <tr><td>{@code abstract_h} … {@code weakrefobject_h}</td><td>the functions and constants of one header of CPython</td></tr>
 * <tr><td>{@link dev.sanca.internal.ffi.libc}, {@link dev.sanca.internal.ffi.libjvm}</td><td>functions of the C library and of the JVM</td></tr>
 * <tr><td>{@link dev.sanca.internal.ffi.Py_buffer}, {@link dev.sanca.internal.ffi.PyMethodDef},
 *     {@link dev.sanca.internal.ffi.PyCompilerFlags}, {@link dev.sanca.internal.ffi.TypeSpec}</td><td>C structures</td></tr>
 * <tr><td>{@link dev.sanca.internal.ffi.LibPython}</td><td>the loaded library and its symbols</td></tr>
 * <tr><td>{@code Downcall}, {@link dev.sanca.internal.ffi.Upcall}</td><td>calls from Java into C, and from C into Java</td></tr>
 * <tr><td>{@link dev.sanca.internal.ffi.Memory}, {@link dev.sanca.internal.ffi.Segments},
 *     {@link dev.sanca.internal.ffi.WordArray}</td><td>native memory</td></tr>
 * <tr><td>{@code StackSwitch}, {@code MachineCode}, {@link dev.sanca.internal.ffi.CStack}</td><td>the second stack of a
 *     thread, on which C code runs</td></tr>
 * <tr><td>{@link dev.sanca.internal.ffi.StackGuard}, {@link dev.sanca.internal.ffi.RecursionCounter},
 *     {@link dev.sanca.internal.ffi.HardLimit}, {@link dev.sanca.internal.ffi.LeftError}</td><td>the end of the stack</td></tr>
 * <tr><td>{@link dev.sanca.internal.ffi.WordCheck}, {@link dev.sanca.internal.ffi.DowncallCount}</td><td>checks for debugging
 *     and tests</td></tr>
 * </table>
 *
 * <p>Pointers, {@code Py_ssize_t} and {@code PyObject *} are {@code long}; C's {@code int} is {@code int}. Each
 * method's Javadoc says in CPython's terms what happens to references (<em>new</em>, <em>borrowed</em>,
 * <em>steals</em>), how the function reports an error, and whether it can run Python code. An argument that is not said
 * to be stolen is borrowed.
 *
 * <table>
 * <caption>What a function may run</caption>
 * <tr><th>Javadoc</th><th>meaning</th></tr>
 * <tr><td>may run Python code</td><td>anything can happen: finalizers, upcalls, a switch of threads</td></tr>
 * <tr><td>may run the cyclic garbage collector</td><td>the same, but only up to Python 3.11, whose collector runs inside
 *     allocations</td></tr>
 * <tr><td>runs no Python code</td><td>an ordinary call that returns soon</td></tr>
 * <tr><td>is a leaf</td><td>linked with {@code Linker.Option.critical}, without a transition of the thread: the function
 *     neither runs Python code, nor blocks, nor frees. The arguments must have the type that the function expects, since
 *     its error path would allocate an exception</td></tr>
 * </table>
 *
 * <p><b>Thread:</b> the calling thread must be attached, unless a method says otherwise. Nothing here checks that.
 *
 * <p><b>Versions:</b> a function that some supported Python lacks has a constant {@code HAS_name}; a call of a missing
 * function throws {@link java.lang.UnsupportedOperationException}. The handles of a header are linked when its class is
 * initialised, which must be after {@link dev.sanca.internal.ffi.LibPython#load}.
 */
@NullMarked
package dev.sanca.internal.ffi;

import org.jspecify.annotations.NullMarked;
