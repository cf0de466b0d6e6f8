/**
 * References: who owns which count, and when each count is decremented.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><td>{@link dev.sanca.internal.reference.ScopeStack}</td><td>the open scopes of one thread</td></tr>
 * <tr><td>{@link dev.sanca.internal.reference.ScopeFrame}</td><td>one depth of that stack, and the storage of the scope that is
 * open at that depth</td></tr>
 * <tr><td>{@link dev.sanca.internal.reference.Chunk}</td><td>up to 512 slots for words; a bound reference is one slot</td></tr>
 * <tr><td>{@link dev.sanca.internal.reference.Refs}</td><td>the operations on a bound reference</td></tr>
 * <tr><td>{@link dev.sanca.internal.reference.Kind}</td><td>one class of references, and the Python type that it represents</td></tr>
 * <tr><td>{@link dev.sanca.internal.reference.DetachedCount}</td><td>the count of a detached reference</td></tr>
 * <tr><td>{@link dev.sanca.internal.reference.ReleasePool}</td><td>counts that were released on a detached thread and are
 * decremented at the next attach</td></tr>
 * <tr><td>{@link dev.sanca.internal.reference.Pressure}</td><td>forces a garbage collection when unreachable references hold much
 * native memory</td></tr>
 * <tr><td>{@link dev.sanca.internal.reference.ReferenceDoor}</td><td>access to the fields of a reference, which users cannot
 * see</td></tr>
 * </table>
 *
 * <p>Uses the rooms {@code ffi} and {@code word}.
 */
@NullMarked
package dev.sanca.internal.reference;

import org.jspecify.annotations.NullMarked;
