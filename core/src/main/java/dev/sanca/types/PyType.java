package dev.sanca.types;

import dev.sanca.internal.own.Chunk;
import dev.sanca.internal.own.Kind;
import dev.sanca.internal.own.Refs;
import dev.sanca.internal.word.TypeReads;
import java.lang.ref.Reference;

/** A Python class. */
@SuppressWarnings("exports") // the constructor is not for users
public final class PyType extends PyAny {
    static final Kind<PyType> KIND =
            Kind.register(PyType.class, "type", PyType::new, TypeReads::isType, TypeReads::isType);

    PyType(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /** {@code __name__}: without its module. */
    public String name() {
        try (PyAny name = getAttr("__name__")) {
            return name.asString();
        }
    }

    /** {@code __module__} and {@code __qualname__}, as tracebacks show them; without the module for a built-in. */
    public String fullName() {
        String name = state().operations().nameOfType(state(), word());
        Reference.reachabilityFence(this);
        return name;
    }

    /** {@code issubclass(this, other)}. */
    public boolean isSubclassOf(PyType other) {
        boolean is = state().operations().isSubclass(state(), word(), Refs.word(state(), other));
        Reference.reachabilityFence(this);
        Reference.reachabilityFence(other);
        return is;
    }
}
