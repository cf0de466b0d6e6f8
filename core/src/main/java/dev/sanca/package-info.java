/**
 * What a program holds: the token, scopes, detached references, configuration and errors.
 *
 * <p>A thread must be <em>attached</em> to run Python; {@link dev.sanca.Python} is the token that proves it. Everything it
 * gives is a <em>bound</em> reference ({@link dev.sanca.types.PyAny} and its subclasses), good on this thread while it is
 * attached. A <em>detached</em> reference, {@link dev.sanca.Py}, may be kept and shared.
 *
 * <table>
 * <caption>Who owns what, and where it may be used</caption>
 * <tr><th>class</th><th>owns</th><th>thread</th><th>given back by</th></tr>
 * <tr><td>{@link dev.sanca.Python}</td><td>the attachment, and a scope</td><td>the one that attached</td>
 *     <td>{@code close()}, or the end of the body</td></tr>
 * <tr><td>{@link dev.sanca.Scope}</td><td>what is made in it</td><td>the one that opened it</td><td>{@code close()}</td></tr>
 * <tr><td>{@link dev.sanca.types.PyAny}</td><td>one count</td><td>the one that made it, attached</td>
 *     <td>{@code close()}, the collector, or its scope, whichever comes first</td></tr>
 * <tr><td>{@link dev.sanca.Py}</td><td>one count</td><td>any</td><td>{@code close()} or the collector; at the next attach, if
 *     the thread is detached</td></tr>
 * </table>
 *
 * <h2>Safety</h2>
 *
 * <p>A reference, scope or token used at the wrong time or place throws {@link java.lang.IllegalStateException} or
 * {@link java.lang.WrongThreadException} with what to do. It never harms Python or the JVM.
 */
@NullMarked
package dev.sanca;

import org.jspecify.annotations.NullMarked;
