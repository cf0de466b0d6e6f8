package dev.sanca.internal.engine;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.internal.reference.DetachedCount;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The access to what the package {@code dev.sanca} hides from users: how tokens and detached references are made, and what they
 * contain. {@code dev.sanca} implements this class. Through it the rooms make what they return to users, and read what users
 * pass.
 *
 * <p><b>Thread:</b> attached, unless a method says otherwise.
 */
public abstract class Face {
    private static volatile @Nullable Face opened;

    /** For the implementation. */
    protected Face() {}

    /** Is initialised at the first use, and not by {@code Python}, which may be initialised where little stack is left. */
    private static final class Holder {
        static final Face DOOR = find();

        private Holder() {}

        private static Face find() {
            try {
                Class.forName(Python.class.getPackageName() + ".FaceDoor"); // its initialiser calls open
            } catch (ClassNotFoundException e) {
                throw new ExceptionInInitializerError(e);
            }
            return Objects.requireNonNull(opened);
        }
    }

    /** Sets the implementation; called once. */
    public static void open(Face door) {
        opened = door;
    }

    // ---- tokens ----

    /** Returns a new token of a call from Python, which begins an activation. {@link #closeInnerAnd} closes it. */
    public static Python ofCall(ThreadState state) {
        return Holder.DOOR.token(state, true);
    }

    /** Returns a new token inside the open tokens of an attached thread. */
    public static Python nested(ThreadState state) {
        return Holder.DOOR.token(state, false);
    }

    /**
     * Closes the tokens and scopes that are open inside a token, then the token itself, and returns whether there were any
     * inside. Only the code that opened the token calls this: every callback of the code that it ran has returned.
     */
    public static boolean closeInnerAnd(Python token) {
        return Holder.DOOR.close(token);
    }

    /** Returns the state of the thread that a token belongs to. Any thread. */
    public static ThreadState state(Python token) {
        return Holder.DOOR.stateOf(token);
    }

    /** Returns whether a token is open, and is the innermost token or scope of its thread. */
    public static boolean isInnermost(Python token) {
        return Holder.DOOR.isInnermostOpen(token);
    }

    /**
     * Runs a body attached to the runtime of a detached reference; to the default runtime if every runtime accepts the
     * reference. Any thread.
     */
    public static <R extends @Nullable Object, X extends Throwable> R attach(Py<?> reference, Python.Body<R, X> body)
            throws X {
        return Holder.DOOR.attachFor(reference, body);
    }

    // ---- detached references ----

    /**
     * Returns a new detached reference.
     *
     * @param word an owned reference, which this consumes even if it throws
     */
    public static <T extends PyAny> Py<T> ofOwned(Kind<T> kind, long word) {
        return Holder.DOOR.detached(kind, word);
    }

    /**
     * Returns a new detached reference, which owns a new count.
     *
     * @param word a borrowed reference
     */
    public static <T extends PyAny> Py<T> of(Kind<T> kind, long word) {
        return ofOwned(kind, Word.newRef(word));
    }

    /** Returns the count of a detached reference. The caller keeps the reference reachable. Any thread. */
    public static DetachedCount count(Py<?> reference) {
        return Holder.DOOR.countOf(reference);
    }

    /**
     * Returns a new reference to the object of a detached reference; 0 if the detached reference is closed.
     *
     * @throws IllegalArgumentException if the object belongs to another runtime
     */
    public static long newCount(ThreadState state, Py<?> reference) {
        return DetachedCount.newCount(state, count(reference), reference);
    }

    /** Returns the runtime of an open detached reference; null if every runtime accepts it, or if it is closed. Any thread. */
    public static @Nullable Operations runtimeOrNull(Py<?> reference) {
        return (Operations) DetachedCount.runtimeOrNull(count(reference), reference);
    }

    // ---- implemented by dev.sanca ----

    /** Returns a new token inside the open tokens of an attached thread. It begins an activation if {@code ofCall} is true. */
    protected abstract Python token(ThreadState state, boolean ofCall);

    /** See {@link #closeInnerAnd}. */
    protected abstract boolean close(Python token);

    /** See {@link #state}. */
    protected abstract ThreadState stateOf(Python token);

    /** See {@link #isInnermost}. */
    protected abstract boolean isInnermostOpen(Python token);

    /** See {@link #attach}. */
    protected abstract <R extends @Nullable Object, X extends Throwable> R attachFor(
            Py<?> reference, Python.Body<R, X> body) throws X;

    /** See {@link #ofOwned}. */
    protected abstract <T extends PyAny> Py<T> detached(Kind<T> kind, long word);

    /** See {@link #count}. */
    protected abstract DetachedCount countOf(Py<?> reference);
}
