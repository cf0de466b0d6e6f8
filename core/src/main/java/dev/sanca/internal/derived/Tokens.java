package dev.sanca.internal.derived;

import dev.sanca.Python;
import dev.sanca.internal.own.Operations;
import dev.sanca.internal.own.ThreadState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes tokens in ways that are not for users. */
public final class Tokens {
    private static volatile @Nullable Maker maker;

    static {
        try {
            Class.forName(Python.class.getName() + "$TokenMaker"); // calls makeWith
        } catch (ClassNotFoundException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Tokens() {}

    /** What {@link Python} knows. */
    public interface Maker {
        /** See {@link Tokens#ofCall}. */
        Python ofCall(ThreadState state);

        /** See {@link Tokens#nested}. */
        Python nested(ThreadState state);

        /** See {@link Tokens#attach}. */
        <R extends @Nullable Object, X extends Throwable> R attach(Operations runtime, Python.Body<R, X> body) throws X;
    }

    /** Tells how they are made; once, by {@link Python}. */
    public static void makeWith(Maker tokens) {
        maker = tokens;
    }

    private static Maker maker() {
        return Objects.requireNonNull(maker);
    }

    /** The token of a call from Python, to be closed by {@code Region.closeInnerAnd}. */
    public static Python ofCall(ThreadState state) {
        return maker().ofCall(state);
    }

    /** A token inside those of an attached thread. */
    public static Python nested(ThreadState state) {
        return maker().nested(state);
    }

    /** Runs a body attached to a runtime; see {@link Python#attach(Python.Body)}. */
    public static <R extends @Nullable Object, X extends Throwable> R attach(Operations runtime, Python.Body<R, X> body)
            throws X {
        return maker().attach(runtime, body);
    }
}
