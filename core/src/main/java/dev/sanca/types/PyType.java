package dev.sanca.types;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.word.TypeReads;
import java.lang.ref.Reference;

/** A Python class. */
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
        String name = Operations.of(state()).nameOfType(state(), word());
        Reference.reachabilityFence(this);
        return name;
    }

    /** {@code issubclass(this, other)}. */
    public boolean isSubclassOf(PyType other) {
        boolean is = Operations.of(state()).isSubclass(state(), word(), Refs.word(state(), other));
        Reference.reachabilityFence(this);
        Reference.reachabilityFence(other);
        return is;
    }
}
