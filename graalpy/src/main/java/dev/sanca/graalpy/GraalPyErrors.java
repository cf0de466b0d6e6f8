package dev.sanca.graalpy;

import dev.sanca.spi.PythonRuntime.Raised;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * Passes exceptions between Java and Python.
 *
 * <p>From Python to Java: the glue catches an exception and {@linkplain #execute reports} it here; this class stores it
 * for the thread until the glue returns, and then throws it. From Java to Python: a {@link Callback} returns the
 * exception, and the glue raises it. An exception that GraalPy itself throws means that the stack has run out, or is a
 * defect.
 *
 * <p>Where the stack runs out, any call may throw {@link StackOverflowError}. GraalPy turns it into a
 * {@code RecursionError} in Python, and the glue does so in Java functions. This class does the same with one that
 * arrives in Java.
 */
final class GraalPyErrors implements ProxyExecutable {
    private static final String NO_STACK = "maximum recursion depth exceeded: the Java stack is used up";

    private static final class Pending {
        @Nullable
        Value error;
    }

    private final ThreadLocal<Pending> pending = ThreadLocal.withInitial(Pending::new);
    private @Nullable Glue glue;

    /** Sets the glue, once, after it was loaded with this object. */
    void glue(Glue loaded) {
        glue = loaded;
    }

    private Glue glue() {
        Glue loaded = glue;
        if (loaded == null) {
            throw new IllegalStateException("the glue is not loaded");
        }
        return loaded;
    }

    /** Stores the exception of the function that Java has called. The glue calls this. */
    @Override
    public @Nullable Object execute(Value... error) {
        pending.get().error = error[0];
        return null;
    }

    /**
     * Calls a function of the glue, and throws the exception that the glue reports.
     *
     * @throws Raised if Python code raised an exception
     */
    Value run(Value function, @Nullable Object... arguments) {
        Pending slot = pending.get();
        Value result;
        try {
            result = function.execute(arguments);
        } catch (PolyglotException e) {
            throw translated(e);
        } catch (StackOverflowError e) {
            throw noStack(e);
        }
        Value error = slot.error;
        if (error != null) {
            slot.error = null;
            throw thrown(error);
        }
        return result;
    }

    /**
     * Removes and returns the stored exception, while Java code runs inside a call of {@link #run}: that code has
     * exceptions of its own.
     */
    @Nullable
    Value suspend() {
        Pending slot = pending.get();
        Value error = slot.error;
        slot.error = null;
        return error;
    }

    /** Stores the exception that {@link #suspend} returned. */
    void resume(@Nullable Value error) {
        pending.get().error = error;
    }

    /** Returns what a Java function returns to the glue so that the glue raises the exception. */
    Object raised(Throwable thrown) {
        if (thrown instanceof Raised raised) {
            return glue().raised().execute(raised.exception());
        }
        if (isEndOfStack(thrown)) {
            return glue().noStack(); // created at the start, since the stack may have no room to create an object
        }
        return glue().javaError().execute(new OpaqueObject(thrown));
    }

    private static boolean isEndOfStack(Throwable thrown) {
        return thrown instanceof StackOverflowError
                || (thrown instanceof PolyglotException p
                        && (p.isResourceExhausted()
                                || (p.isHostException() && p.asHostException() instanceof StackOverflowError)));
    }

    private RuntimeException thrown(Value error) {
        Value throwable;
        try {
            throwable = glue().throwable().execute(error);
            if (throwable.equals(glue().missing())) {
                throw error.throwException();
            }
        } catch (PolyglotException | StackOverflowError e) {
            return isEndOfStack(e) ? noStack(e) : new Raised(error);
        }
        return throwable.isNull()
                ? new Raised(error)
                : sneaky((Throwable) throwable.<OpaqueObject>asHostObject().object());
    }

    private RuntimeException translated(PolyglotException e) {
        Value guest = e.getGuestObject();
        if (e.isExit()) { // os._exit ends the process without finalization, as in CPython
            Runtime.getRuntime().halt(e.getExitStatus());
        }
        if (isEndOfStack(e)) {
            return noStack(e);
        }
        if (e.isHostException()) {
            return sneaky(e.asHostException());
        }
        return e.isGuestException() && guest != null && guest.isException() ? thrown(guest) : e;
    }

    private RuntimeException noStack(Throwable cause) {
        try {
            return new Raised(recursionError());
        } catch (PolyglotException again) {
            Value guest = again.isGuestException() ? again.getGuestObject() : null;
            if (guest != null && guest.isException()) {
                return new Raised(guest); // the RecursionError that Python raised meanwhile
            }
            return sneaky(cause instanceof StackOverflowError ? cause : new StackOverflowError());
        } catch (StackOverflowError again) { // a caller with more free stack catches it
            return sneaky(again);
        }
    }

    private Value recursionError() {
        return glue().recursionError().execute(NO_STACK);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> RuntimeException sneaky(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
