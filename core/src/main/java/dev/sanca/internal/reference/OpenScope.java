package dev.sanca.internal.reference;

import dev.sanca.types.PyAny;

/**
 * The operations on an open scope. A user's scope object holds a {@link ScopeFrame}, and the serial number that the frame had
 * when the scope was opened.
 *
 * <p><b>Thread:</b> the thread of the frame.
 */
public final class OpenScope {
    private OpenScope() {}

    /**
     * Checks that a scope is open, and that its thread is the running thread and attached. {@code scope} is used in the
     * message.
     */
    public static void check(ScopeFrame frame, long serial, Object scope) {
        if (frame.serial() != serial || !frame.state.isAttached()) {
            throw MisuseErrors.ofScope(frame, serial, scope);
        }
    }

    /** Returns whether a scope is open. Any thread. */
    public static boolean isOpen(ScopeFrame frame, long serial) {
        return frame.serial() == serial;
    }

    /** Returns whether a scope is open and is the innermost one of its thread. */
    public static boolean isInnermost(ScopeFrame frame, long serial) {
        return isOpen(frame, serial) && frame.state.depth == frame.depth + 1;
    }

    /** Returns whether a scope is that of the call from Python that its thread runs now, and not a scope inside it. */
    public static boolean isOfRunningCall(ScopeFrame frame) {
        return frame.activation > 0 && frame.beginsActivation && frame.activation == frame.state.activation;
    }

    /** Moves {@code reference} into the scope that encloses the scope of {@code frame}. */
    public static void keep(ScopeFrame frame, PyAny reference) {
        Refs.move(reference, frame);
    }

    /**
     * Closes a scope, and releases every reference that is still open in it.
     *
     * @throws IllegalStateException if the scope is closed, the thread is detached, an inner scope is open, or the code that
     *     opened the scope is in the middle of a call
     * @throws WrongThreadException on another thread
     */
    public static void close(ScopeFrame frame, long serial, Object scope) {
        check(frame, serial, scope);
        ScopeStack stack = frame.state;
        try {
            if (!isInnermost(frame, serial)) {
                closeFailed(frame, serial, scope);
            }
            if (frame.activation != stack.activation) {
                throw MisuseErrors.inUse("this " + scope.getClass().getSimpleName());
            }
            frame.close();
        } catch (VirtualMachineError e) { // no call here, as in ScopeFrame.release
            frame.failed = serial;
            throw e;
        }
    }

    /** Closes the scopes inside this one whose earlier close failed, for want of stack or memory. */
    private static void closeFailed(ScopeFrame frame, long serial, Object scope) {
        while (!isInnermost(frame, serial)) {
            ScopeFrame inner = frame.state.innermost();
            if (inner.failed != inner.serial()) {
                throw MisuseErrors.outOfOrder(scope);
            }
            inner.close();
        }
    }

    /**
     * Closes the innermost scopes until {@code depth} scopes are open, and returns whether there were more. An error in one of
     * them does not keep the others open.
     */
    public static boolean closeDeeper(ScopeStack stack, int depth) {
        boolean found = false;
        Throwable error = null;
        for (int before; (before = stack.depth) > depth; found = true) {
            ScopeFrame inner = stack.innermost();
            if (inner.activation < stack.activation) {
                throw MisuseErrors.inUse("a scope that is open inside it");
            }
            try {
                inner.close();
            } catch (RuntimeException | Error e) {
                if (stack.depth >= before) {
                    throw e;
                }
                error = e;
            }
        }
        if (error instanceof Error e) {
            throw e;
        } else if (error != null) {
            throw (RuntimeException) error;
        }
        return found;
    }

    /**
     * Closes the scopes that are open inside a scope, then the scope itself, and returns whether there were any inside. Only
     * the code that opened the scope calls this: so every callback of the code that it ran has returned, even one that had no
     * stack left to end its activation.
     */
    public static boolean closeInnerAnd(ScopeFrame frame, long serial, Object scope) {
        check(frame, serial, scope);
        frame.state.activation = frame.activation;
        boolean found = false;
        try {
            found = closeDeeper(frame.state, frame.depth + 1);
        } finally {
            close(frame, serial, scope);
        }
        return found;
    }

    /** Returns the exception for a body that left a token or scope open. */
    public static IllegalStateException leftOpen() {
        return new IllegalStateException(
                "a token or scope that was opened in the body was not closed there. Close it in the"
                        + " body, best by try-with-resources; Sanca has closed it now");
    }
}
