package dev.sanca.types;

import dev.sanca.abi.TypeReads;
import dev.sanca.own.Kind;
import dev.sanca.own.ThreadState;

/** {@code None}. */
@SuppressWarnings("exports") // the constructor is not for users
public final class PyNone extends PyAny {
    static final Kind<PyNone> KIND =
            Kind.register(PyNone.class, "None", PyNone::new, TypeReads::isNone, TypeReads::isNone);

    PyNone(ThreadState state, long word) {
        super(state, word);
    }
}
