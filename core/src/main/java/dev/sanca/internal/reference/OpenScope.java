package dev.sanca.internal.reference;

import dev.sanca.types.PyAny;

/**
 * What is done with a scope of a user, who holds a {@link ScopeFrame} and the number that the frame had when the scope was opened.
 *
 * <p><b>Thread:</b> that of the frame.
 */
public final class OpenScope {
    private OpenScope() {}

    /** Checks that a scope is open, its thread attached and current. {@code scope} is for the message. */
    public static void check(ScopeFrame frame, long serial, Object scope) {
        if (frame.serial() != serial || !frame.state.isAttached()) {
            throw MisuseErrors.ofScope(frame, serial, scope);
        }
    }

    /** Whether a scope was not closed yet. Any thread. */
    public static boolean isOpen(ScopeFrame frame, long serial) {
        return frame.serial() == serial;
    }

    /** Whether a scope is open, and no other inside it. */
    public static boolean isInnermost(ScopeFrame frame, long serial) {
        return isOpen(frame, serial) && frame.state.depth == frame.depth + 1;
    }

    /** Moves {@code reference} to the scope that encloses the one of a frame. */
    public static void keep(ScopeFrame frame, PyAny reference) {
        Refs.move(reference, frame);
    }

    /**
     * Closes a scope: releases every reference that is left in it.
     *
     * @throws IllegalStateException if it is closed, the thread detached, an inner scope still open, or a call of the code that
     *     opened it in progress
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
        } catch (VirtualMachineError e) { // no call here: see ScopeFrame.release
            frame.failed = serial;
            throw e;
        }
    }

    /** Closes the scopes inside this one that were to be closed before, but had no stack or memory for it. */
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
     * Closes the innermost scopes until {@code depth} are open; whether there were more. An error of one does not keep the
     * others open.
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
     * Closes a scope, and first what was left open inside it; whether there was such. By the code that opened it: callbacks of
     * what it ran are over, also one that had no stack left to say so.
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

    /** The error of a body that left a token or scope open. */
    public static IllegalStateException leftOpen() {
        return new IllegalStateException(
                "a token or scope that was opened in the body was not closed there. Close it in the"
                        + " body, best by try-with-resources; Sanca has closed it now");
    }
}
