package dev.sanca;

import dev.sanca.internal.reference.OpenScope;
import dev.sanca.internal.reference.ScopeFrame;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.types.PyAny;

/**
 * The owner of bound references, until it is closed.
 *
 * <p>Every {@link Python} token is one; {@link Python#scope()} nests one inside. New references belong to the innermost
 * scope of their thread, whichever token or reference made them.
 *
 * {@snippet :
 * try (Scope inner = py.scope()) {
 *     PyAny best = inner.keep(list.getItem(0)); // outlives inner
 * }
 * }
 *
 * <p><b>Ownership:</b> closing releases every count that is still in the scope. A reference that becomes unreachable
 * earlier is released earlier, by the garbage collector's help: a scope bounds the life of references, it does not
 * prolong their use of memory.
 *
 * <p><b>Thread:</b> the one that opened it, attached.
 *
 * <p><b>Cost:</b> opening and closing an empty scope makes no native call.
 */
public abstract sealed class Scope implements AutoCloseable permits Python, NestedScope {
    /** The state of the thread that opened this scope; the frame has it too, one load further. */
    final ThreadState state;

    final ScopeFrame frame;

    /** The number that the frame has while this scope is open. */
    final long serial;

    /**
     * A scope that is yet to be opened.
     *
     * @param frame what {@link ScopeFrame#next} returned
     * @param serial its {@link ScopeFrame#nextSerial}, read before this is allocated, as in {@link PyAny}
     */
    Scope(ThreadState state, ScopeFrame frame, long serial) {
        this.state = state;
        this.frame = frame;
        this.serial = serial;
    }

    /** Checks that this scope is open, its thread attached and current; the state of the thread. */
    final ThreadState check() {
        OpenScope.check(frame, serial, this);
        return state;
    }

    /** Closes this scope; see {@link #close}. */
    final void closeScope() {
        OpenScope.close(frame, serial, this);
    }

    /** Closes this scope, and first what was left open inside it; whether there was such. */
    final boolean closeInnerAndThis() {
        return OpenScope.closeInnerAnd(frame, serial, this);
    }

    /**
     * Moves a reference to the scope that encloses this one, so that it outlives this one. A reference of a scope
     * inside this one is moved there too; one that is outside already stays where it is.
     *
     * @param <T> the class of the reference
     * @param reference the reference to move
     * @return {@code reference} itself
     * @throws IllegalStateException if the reference or this scope is closed, the thread is detached, or no scope
     *     encloses this one: it is the outermost token, or that of a call from Python
     * @throws WrongThreadException on another thread
     */
    public final <T extends PyAny> T keep(T reference) {
        check();
        OpenScope.keep(frame, reference);
        return reference;
    }

    /**
     * Returns whether this scope was not closed yet. Any thread; on another one, the answer may be out of date.
     *
     * @return whether it is open
     */
    public final boolean isOpen() {
        return OpenScope.isOpen(frame, serial);
    }

    /**
     * Closes the scope: releases every reference that is left in it. What is released may run Python code.
     *
     * @throws IllegalStateException if it is closed already, the thread is detached, a scope or token that was opened
     *     after it is still open, or code that is called in the middle of an operation closes a scope that was opened
     *     outside
     * @throws WrongThreadException on another thread
     */
    @Override
    public abstract void close();
}
