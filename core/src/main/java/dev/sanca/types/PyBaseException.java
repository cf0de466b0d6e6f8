package dev.sanca.types;

import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;
import org.jspecify.annotations.Nullable;

/**
 * A Python exception object. {@link dev.sanca.PythonException} carries one through Java, and throws it when it is made
 * of one.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html">Built-in Exceptions, in Python's documentation</a>
 */
public final class PyBaseException extends PyAny {
    static final Kind<PyBaseException> KIND = Kind.register(
            PyBaseException.class,
            "BaseException",
            PyBaseException::new,
            TypeReads::isBaseException,
            TypeReads::isBaseException);

    PyBaseException(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns the traceback: {@code this.__traceback__}.
     *
     * @return a new reference to a {@code traceback}, which {@link #cast} makes a {@link PyTraceback}; null for an
     *     exception that was never raised
     */
    public @Nullable PyAny traceback() {
        PyAny traceback = getAttr("__traceback__");
        if (traceback.isNone()) {
            traceback.close();
            return null;
        }
        return traceback;
    }
}
