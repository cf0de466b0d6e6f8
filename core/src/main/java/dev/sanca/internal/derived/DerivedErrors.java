package dev.sanca.internal.derived;

import dev.sanca.internal.engine.ErrorOperations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.spi.PythonRuntime.Raised;
import org.jspecify.annotations.Nullable;

/** Exceptions, see {@link DerivedExceptions}. */
interface DerivedErrors extends ErrorOperations, DerivedFacet {
    /** How far a chain of causes is followed. */
    int CAUSES = 16;

    @Override
    default RuntimeException error(ThreadState state, String exception, String message) {
        DerivedExceptions exceptions = access().exceptions;
        return exceptions.pending(state, exceptions.raised(exception, message));
    }

    @Override
    default @Nullable Throwable cause(ThreadState state, long exception) {
        try {
            Object cause = access().python().call("cause", access().reference(exception));
            boolean isCounted = false;
            try {
                isCounted = !access().runtime.is(cause, access().python().none) && state.enterCause(CAUSES);
            } finally {
                if (!isCounted) {
                    access().runtime.close(cause);
                }
            }
            if (!isCounted) {
                return null;
            }
            try {
                return access().exceptions.toJava(state, cause);
            } finally {
                state.leaveCause();
            }
        } catch (Raised e) {
            access().exceptions.forget(e);
            return null;
        }
    }

    @Override
    default Throwable toJava(ThreadState state, long exception) {
        return access().exceptions.toJava(state, access().runtime.dup(access().reference(exception)));
    }

    @Override
    default String installCommand() {
        return "";
    }

    @Override
    default void raise(ThreadState state, Throwable error) {
        throw new IllegalStateException(
                "the runtime " + access().runtime.name() + " has no error indicator that Java could"
                        + " set: throw the exception; or, in the body of a function that Python calls, restore it with the token"
                        + " of that call");
    }
}
