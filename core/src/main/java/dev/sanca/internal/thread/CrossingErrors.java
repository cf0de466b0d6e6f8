package dev.sanca.internal.thread;

import dev.sanca.internal.reference.ScopeStack;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions of one thread that are on their way between Java and Python.
 *
 * <p><b>Thread:</b> only the thread itself, attached.
 */
public abstract class CrossingErrors extends ScopeStack {
    private int causes;
    private @Nullable Restored restored;
    private @Nullable Throwable passing;
    private long passingWord;

    CrossingErrors() {}

    /**
     * Remembers a Java exception that is passed to Python as the Python exception {@code word}, so that the same Java exception
     * is thrown when it comes back.
     */
    public final void passing(Throwable error, long word) {
        passing = error;
        passingWord = word;
    }

    /** Returns the remembered exception if {@code word} is its Python exception, else null; forgets it. */
    public final @Nullable Throwable takePassed(long word) {
        Throwable error = passingWord == word ? passing : null;
        forgetPassing();
        return error;
    }

    final void forgetPassing() {
        passing = null;
        passingWord = 0;
    }

    /** Returns the Java exception that was passed to Python last; null if it has come back. */
    public final @Nullable Throwable passing() {
        return passing;
    }

    /**
     * An exception to be raised when a Java function returns to Python.
     *
     * @param activation the activation of the function
     * @param outer the same for a function further out on this thread
     */
    private record Restored(
            Throwable error, int activation, @Nullable Restored outer) {}

    /** Keeps an exception, to be raised when the Java function that Python has called last on this thread returns. */
    public final void restore(Throwable error) {
        takeRestored(); // the last one counts
        restored = new Restored(error, activation, restored);
    }

    /** Returns the exception that the running function is to raise, or null, and forgets it. */
    public final @Nullable Throwable takeRestored() {
        Restored found = restored;
        if (found == null || found.activation < activation) {
            return null;
        }
        while (found.outer != null && found.activation > activation) { // of a function that had no stack to take it
            found = found.outer;
        }
        restored = found.activation < activation ? found : found.outer;
        return found.activation == activation ? found.error : null;
    }

    /**
     * Increments the depth of a chain of causes and returns true; returns false, and does not increment, when the depth is
     * {@code most} already.
     */
    public final boolean enterCause(int most) {
        if (causes >= most) {
            return false;
        }
        causes++;
        return true;
    }

    /** Reverses {@link #enterCause}. */
    public final void leaveCause() {
        causes--;
    }
}
