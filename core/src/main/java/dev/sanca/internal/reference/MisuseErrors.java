package dev.sanca.internal.reference;

import dev.sanca.types.PyAny;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exceptions for a reference, scope or token that is used at the wrong time or place. A message says what happened,
 * why, and what to do.
 */
public final class MisuseErrors {
    private MisuseErrors() {}

    static RuntimeException of(PyAny ref) {
        String what = "this " + ref.getClass().getSimpleName();
        if (ReferenceDoor.get().chunk(ref) == Chunk.CLOSED) {
            return new IllegalStateException(what + " is closed: its count was decremented by close(), or moved by"
                    + " Py.move. Use it before it is closed, or make a Py.of(reference) first");
        }
        RuntimeException thread = ofThread(what, ReferenceDoor.get().chunk(ref).state);
        if (thread != null) {
            return thread;
        }
        return new IllegalStateException(
                what + " was released when its scope closed. Use it inside its scope, move it out"
                        + " with scope.keep(reference), or keep a Py.of(reference)");
    }

    /** Returns the exception for a reference that was passed to an operation of {@code state}. */
    static RuntimeException of(ScopeStack state, PyAny ref) {
        ScopeStack other = ReferenceDoor.get().chunk(ref).state;
        if (other != ScopeStack.NONE && other.isAttached() && other.runtime() != state.runtime()) {
            return ofRuntime(ref, other.runtime(), state.runtime());
        }
        return of(ref);
    }

    static IllegalArgumentException ofRuntime(Object reference, WordRuntime runtime, WordRuntime given) {
        return new IllegalArgumentException("this " + reference.getClass().getSimpleName() + " belongs to the runtime "
                + runtime.runtime() + " and was given to " + given.runtime()
                + ". Convert it to a Java value first, as by ref.as(Object.class), and pass that");
    }

    static RuntimeException ofScope(ScopeFrame frame, long serial, Object scope) {
        String what = "this " + scope.getClass().getSimpleName();
        RuntimeException thread = ofThread(what, frame.state);
        if (OpenScope.isOpen(frame, serial) && thread != null) {
            return thread;
        }
        if (thread instanceof WrongThreadException) {
            return thread;
        }
        return new IllegalStateException(what
                + " is closed already: close each token and scope once, in reverse order, best by try-with-resources");
    }

    private static @Nullable RuntimeException ofThread(String what, ScopeStack state) {
        if (ScopeStack.hasEnded()) {
            return new IllegalStateException(what + " cannot be used: the Python interpreter has ended with the JVM");
        }
        Thread current = Thread.currentThread();
        Thread active = state.active; // another thread may change it at any time
        Thread owner = active != null ? active : state.owner();
        if (owner != null && owner != current) {
            return new WrongThreadException(what + " belongs to thread \"" + owner.getName() + "\" and was used on \""
                    + current.getName() + "\". Pass a Py<T> between threads (Py.of(reference)) and bind it there");
        }
        if (active == null) {
            return new IllegalStateException(what + " was used while its thread is detached from Python. Use it outside"
                    + " py.detach(...), or attach again and bind a Py<T>");
        }
        return null;
    }

    static IllegalStateException outOfOrder(Object scope) {
        return new IllegalStateException("this " + scope.getClass().getSimpleName() + " is not the innermost one of its"
                + " thread: close what was opened after it first, in reverse order, best by try-with-resources");
    }

    static IllegalStateException inUse(String scope) {
        return new IllegalStateException(
                scope + " cannot be closed by code that is"
                        + " called in the middle of an operation: the operation may use what is in it. Close it where it was opened");
    }

    static IllegalStateException noEnclosingScope() {
        return new IllegalStateException(
                "no enclosing scope to keep the reference in: this scope is the outermost of its"
                        + " attachment. Keep a Py.of(reference) instead");
    }

    /** Returns the exception for an operation that needs an attached thread. */
    public static IllegalStateException detached(String what) {
        return new IllegalStateException(what + " needs an attached thread. Call it inside Python.attach(...)");
    }

    /** Returns the exception for a {@code Py} that owns no count any more. */
    public static IllegalStateException ofClosedPy() {
        return new IllegalStateException(
                "this Py is closed: its count was decremented by close() or moved by moveTo(py)."
                        + " Use it before, or take a copy() first");
    }
}
