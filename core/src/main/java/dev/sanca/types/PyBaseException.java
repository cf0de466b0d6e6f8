package dev.sanca.types;

import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;
import org.jspecify.annotations.Nullable;

/** A Python exception object. */
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

    /** {@code __traceback__}, or null. */
    public @Nullable PyAny traceback() {
        PyAny traceback = getAttr("__traceback__");
        if (traceback.isNone()) {
            traceback.close();
            return null;
        }
        return traceback;
    }
}
