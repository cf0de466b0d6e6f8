package dev.sanca;

import dev.sanca.internal.reference.OpenScope;
import dev.sanca.internal.reference.ScopeFrame;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.types.PyAny;

/**
 * A region that owns bound references.
 *
 * <p>Every {@link Python} token is one; {@link Python#scope()} nests one inside. New references go to the innermost scope
 * of their thread, whichever token or reference made them.
 *
 * {@snippet :
 * try (Scope inner = py.scope()) {
 *     PyAny best = inner.keep(list.getItem(0)); // outlives inner
 * }
 * }
 *
 * <p><b>Ownership:</b> closing gives back every count that is still in the scope. A reference that becomes unreachable
 * earlier is given back earlier, by the garbage collector's help.
 *
 * <p><b>Thread:</b> the one that opened it, attached.
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
     * Moves a reference to the enclosing scope, so that it outlives this one.
     *
     * @return {@code reference} itself
     * @throws IllegalStateException if the reference or this scope is closed, the thread detached, or no scope encloses
     *     this one
     * @throws WrongThreadException on another thread
     */
    public final <T extends PyAny> T keep(T reference) {
        check();
        OpenScope.keep(frame, reference);
        return reference;
    }

    /** Whether this scope was not closed yet. Any thread. */
    public final boolean isOpen() {
        return OpenScope.isOpen(frame, serial);
    }

    /**
     * Gives back every count that is left in this scope.
     *
     * @throws IllegalStateException if it is closed already, the thread is detached, or a scope or token opened after it is
     *     still open
     * @throws WrongThreadException on another thread
     */
    @Override
    public abstract void close();
}
