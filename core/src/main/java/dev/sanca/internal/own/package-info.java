/**
 * Ownership: who gives back which count, when, and on which thread.
 *
 * <p>A {@link dev.sanca.internal.own.Ref} is a slot of a {@link dev.sanca.internal.own.Chunk}; chunks belong to a
 * {@link dev.sanca.internal.own.ScopeFrame}, which is a {@link dev.sanca.internal.own.Region}'s (what users hold as a {@code Scope}) while that is
 * open; levels nest on the {@link dev.sanca.internal.own.ThreadState} of one thread. {@link dev.sanca.internal.own.ReleasePool} takes the counts that are given
 * up while detached, {@link dev.sanca.internal.own.Pressure} asks for a collection, by {@link dev.sanca.internal.own.ForcedCollection},
 * when uncollected references hold much native memory. This package is not exported.
 */
@NullMarked
package dev.sanca.internal.own;

import org.jspecify.annotations.NullMarked;
