/**
 * Threads as Python knows them: attach, detach, thread states, the end of the stack, virtual threads.
 *
 * <p>{@link dev.sanca.internal.thread.ThreadState} is the state of one thread: it has the thread's scopes
 * ({@link dev.sanca.internal.reference.ScopeStack}) and the {@code PyThreadState} of the thread. What a runtime does to attach
 * a thread is behind {@link dev.sanca.internal.thread.ThreadRuntime}. Uses the rooms {@code ffi}, {@code word},
 * {@code reference}.
 */
@NullMarked
package dev.sanca.internal.thread;

import org.jspecify.annotations.NullMarked;
