/**
 * Python in the JVM: the token, scopes, detached references, functions, configuration and errors.
 *
 * <p>This page is for programmers who call Python from Java. The simplest program attaches its thread and evaluates an
 * expression:
 *
 * {@snippet :
 * import dev.sanca.*;
 *
 * void main() {
 *     try (var py = Python.attach()) {
 *         var sum = py.eval("sum(range(10))");
 *         IO.println(sum.asLong()); // 45
 *     }
 * }
 * }
 *
 * <p>A thread must be <em>attached</em> to run Python; {@link dev.sanca.Python} is the token that proves it. The
 * references that a token returns are <em>bound</em> ({@link dev.sanca.types.PyAny} and its subclasses): only the
 * thread that created one may use it, while it is attached. A <em>detached</em> reference, {@link dev.sanca.Py}, may be
 * kept and shared between threads.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><th scope="col">class or package</th><th scope="col">content</th></tr>
 * <tr><td>{@link dev.sanca.Python}</td><td>the token: attach, detach, import, evaluate, create objects</td></tr>
 * <tr><td>{@link dev.sanca.Scope}</td><td>the owner of bound references, as long as it is open</td></tr>
 * <tr><td>{@link dev.sanca.Py}</td><td>a detached reference</td></tr>
 * <tr><td>{@link dev.sanca.Kwargs}</td><td>the keyword arguments of a call</td></tr>
 * <tr><td>{@link dev.sanca.PythonFunctionBody}</td><td>the body of a Java function that Python calls</td></tr>
 * <tr><td>{@link dev.sanca.PythonException}</td><td>a Python exception in Java</td></tr>
 * <tr><td>{@link dev.sanca.PythonConfig}, {@link dev.sanca.PythonInstallation}, {@link dev.sanca.PythonConfigException}</td>
 *     <td>which Python is started, and why none can be</td></tr>
 * <tr><td>{@link dev.sanca.PythonStats}</td><td>counters of this process</td></tr>
 * <tr><td>{@link dev.sanca.types}</td><td>bound references, a class for each Python type</td></tr>
 * <tr><td>{@link dev.sanca.convert}</td><td>which Java values become which Python objects</td></tr>
 * <tr><td>{@link dev.sanca.spi}</td><td>services that others provide: runtimes, a bundled CPython</td></tr>
 * </table>
 *
 * <h2>Ownership</h2>
 *
 * <table>
 * <caption>Who owns what, and where it may be used</caption>
 * <tr><th scope="col">class</th><th scope="col">owns</th><th scope="col">thread</th><th scope="col">released by</th></tr>
 * <tr><td>{@link dev.sanca.Python}</td><td>the attachment, and a scope</td><td>the one that attached</td>
 *     <td>{@code close()}, or the end of the body</td></tr>
 * <tr><td>{@link dev.sanca.Scope}</td><td>the references that are created while it is the innermost</td>
 *     <td>the one that opened it, attached</td><td>{@code close()}</td></tr>
 * <tr><td>{@link dev.sanca.types.PyAny}</td><td>one reference count</td><td>the one that created it, attached</td>
 *     <td>{@code close()}, the garbage collector, or the end of its scope, whichever comes first</td></tr>
 * <tr><td>{@link dev.sanca.Py}</td><td>one reference count</td><td>any</td><td>{@code close()} or the garbage collector; if
 *     the thread is detached, at the next attach of any thread</td></tr>
 * </table>
 *
 * <h2>Threads</h2>
 *
 * <p>Any thread may attach: a platform thread by {@link dev.sanca.Python#attach()} or
 * {@link dev.sanca.Python#attach(dev.sanca.Python.Body)}, a virtual thread by the second. A thread that waits for something
 * other than Python lets other threads run Python meanwhile by
 * {@link dev.sanca.Python#detach(dev.sanca.Python.DetachedBody)}.
 *
 * <h2>Safety</h2>
 *
 * <p>A reference, scope or token that is used at the wrong time or on the wrong thread throws
 * {@link java.lang.IllegalStateException} or {@link java.lang.WrongThreadException} with a message that says what to
 * do. It never harms Python or the JVM.
 */
@NullMarked
package dev.sanca;

import org.jspecify.annotations.NullMarked;
