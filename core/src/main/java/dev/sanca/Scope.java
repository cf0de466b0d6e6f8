package dev.sanca;

import dev.sanca.internal.own.Region;
import dev.sanca.internal.own.ScopeFrame;
import dev.sanca.internal.own.ThreadState;
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
@SuppressWarnings("exports") // the superclass is the storage, not for users
public abstract sealed class Scope extends Region implements AutoCloseable permits Python, NestedScope {
    Scope(ThreadState state, ScopeFrame level, long serial) {
        super(state, level, serial);
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
        Region.keep(this, reference);
        return reference;
    }

    /** Whether this scope was not closed yet. Any thread. */
    public final boolean isOpen() {
        return Region.isOpen(this);
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
