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
 * The door to what the package {@code dev.sanca} keeps from users: how tokens and detached references are made and what is in
 * them. {@code dev.sanca} implements the door; the rooms make and open through it what they return to users.
 *
 * <p><b>Thread:</b> attached, unless a method says otherwise.
 */
public abstract class Face {
    private static volatile @Nullable Face opened;

    /** For the implementation. */
    protected Face() {}

    /** Found when it is first needed: {@code Python} itself may be initialised where little stack is left. */
    private static final class Holder {
        static final Face DOOR = find();

        private Holder() {}

        private static Face find() {
            try {
                Class.forName(Python.class.getPackageName() + ".FaceDoor"); // calls open
            } catch (ClassNotFoundException e) {
                throw new ExceptionInInitializerError(e);
            }
            return Objects.requireNonNull(opened);
        }
    }

    /** Opens the door; once. */
    public static void open(Face door) {
        opened = door;
    }

    // ---- tokens ----

    /** A new token of a call from Python, to be closed by {@link #closeInnerAnd}. */
    public static Python ofCall(ThreadState state) {
        return Holder.DOOR.token(state, true);
    }

    /** A new token inside those of an attached thread. */
    public static Python nested(ThreadState state) {
        return Holder.DOOR.token(state, false);
    }

    /**
     * Closes a token, and first what was left open inside it; whether there was such. By the code that opened it: callbacks of
     * what it ran are over.
     */
    public static boolean closeInnerAnd(Python token) {
        return Holder.DOOR.close(token);
    }

    /** The state of the thread that a token belongs to. Any thread. */
    public static ThreadState state(Python token) {
        return Holder.DOOR.stateOf(token);
    }

    /** Whether a token is open, and no scope inside it. */
    public static boolean isInnermost(Python token) {
        return Holder.DOOR.isInnermostOpen(token);
    }

    /** Runs a body attached to the runtime of a detached reference, the default one if it belongs to all. Any thread. */
    public static <R extends @Nullable Object, X extends Throwable> R attach(Py<?> reference, Python.Body<R, X> body)
            throws X {
        return Holder.DOOR.attachFor(reference, body);
    }

    // ---- detached references ----

    /** A new detached reference; takes the count of {@code word}, even if this throws. */
    public static <T extends PyAny> Py<T> ofOwned(Kind<T> kind, long word) {
        return Holder.DOOR.detached(kind, word);
    }

    /** A new detached reference with a count of its own. */
    public static <T extends PyAny> Py<T> of(Kind<T> kind, long word) {
        return ofOwned(kind, Word.newRef(word));
    }

    /** The count of a detached reference. Keep the reference reachable. Any thread. */
    public static DetachedCount count(Py<?> reference) {
        return Holder.DOOR.countOf(reference);
    }

    /**
     * A new reference to the object of an open detached reference; 0 if it is closed.
     *
     * @throws IllegalArgumentException if it belongs to another runtime
     */
    public static long newCount(ThreadState state, Py<?> reference) {
        return DetachedCount.newCount(state, count(reference), reference);
    }

    /** The runtime of an open detached reference; null if it belongs to all, or is closed. Any thread. */
    public static @Nullable Operations runtimeOrNull(Py<?> reference) {
        return (Operations) DetachedCount.runtimeOrNull(count(reference), reference);
    }

    // ---- what the implementation knows ----

    /** A new token inside those of an attached thread; {@code ofCall} one that begins an activation. */
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
