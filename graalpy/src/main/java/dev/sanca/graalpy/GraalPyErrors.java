package dev.sanca.graalpy;

import dev.sanca.spi.PythonRuntime.Raised;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * Takes exceptions over the border between Java and Python.
 *
 * <p>Out of Python: the glue catches an exception and {@linkplain #execute tells} this class, which keeps it for the thread
 * until the glue has returned. Into Python: a {@link Callback} returns it, and the glue raises it. What GraalPy throws by
 * itself is an end of the stack, or a defect.
 *
 * <p>Where the stack ends, anything may throw {@link StackOverflowError}: GraalPy makes a {@code RecursionError} of one in
 * Python, and the glue of one in Java. Here the same is done with those that arrive otherwise.
 */
final class GraalPyErrors implements ProxyExecutable {
    private static final String NO_STACK = "maximum recursion depth exceeded: the Java stack is used up";

    private static final class Pending {
        @Nullable
        Value error;
    }

    private final ThreadLocal<Pending> pending = ThreadLocal.withInitial(Pending::new);
    private @Nullable Glue glue;

    /** Once, after the glue was loaded with this object. */
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

    /** Called by the glue: the function that Java called has failed. */
    @Override
    public @Nullable Object execute(Value... error) {
        pending.get().error = error[0];
        return null;
    }

    /** Calls a function of the glue, and throws what it told of. */
    Value run(Value function, @Nullable Object... arguments) {
        Pending mine = pending.get();
        Value result;
        try {
            result = function.execute(arguments);
        } catch (PolyglotException e) {
            throw translated(e);
        } catch (StackOverflowError e) {
            throw noStack(e);
        }
        Value error = mine.error;
        if (error != null) {
            mine.error = null;
            throw thrown(error);
        }
        return result;
    }

    /** What Java code does in the middle of {@link #run} has errors of its own. */
    @Nullable
    Value suspend() {
        Pending mine = pending.get();
        Value error = mine.error;
        mine.error = null;
        return error;
    }

    /** Undoes {@link #suspend}. */
    void resume(@Nullable Value error) {
        pending.get().error = error;
    }

    /** What a function of Java returns to the glue so that it is raised. */
    Object raised(Throwable thrown) {
        if (thrown instanceof Raised raised) {
            return glue().raised().execute(raised.exception());
        }
        if (isEndOfStack(thrown)) {
            return glue().noStack(); // made before: there may be no room to make anything
        }
        return glue().javaError().execute(new Held(thrown));
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
                : sneaky((Throwable) throwable.<Held>asHostObject().object());
    }

    private RuntimeException translated(PolyglotException e) {
        Value guest = e.getGuestObject();
        if (e.isExit()) { // os._exit: as in CPython, nothing else runs
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
                return new Raised(guest); // Python's own RecursionError says as much
            }
            return sneaky(cause instanceof StackOverflowError ? cause : new StackOverflowError());
        } catch (StackOverflowError again) { // somebody further out has the room for it
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
