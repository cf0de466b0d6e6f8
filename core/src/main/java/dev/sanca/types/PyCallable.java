package dev.sanca.types;

import dev.sanca.cpython.ObjectProtocol;
import dev.sanca.own.Chunk;
import dev.sanca.own.Kind;

/** Any object that can be called. */
@SuppressWarnings("exports") // the constructor is not for users
public class PyCallable extends PyAny {
    static final Kind<PyCallable> KIND = Kind.register(
            PyCallable.class, "callable", PyCallable::new, ObjectProtocol::isCallable, ObjectProtocol::isCallable);

    PyCallable(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
