package dev.sanca.types;

import dev.sanca.internal.cpython.ObjectProtocol;
import dev.sanca.internal.own.Chunk;
import dev.sanca.internal.own.Kind;

/** Any object that can be called. */
@SuppressWarnings("exports") // the constructor is not for users
public class PyCallable extends PyAny {
    static final Kind<PyCallable> KIND = Kind.register(
            PyCallable.class, "callable", PyCallable::new, ObjectProtocol::isCallable, ObjectProtocol::isCallable);

    PyCallable(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
