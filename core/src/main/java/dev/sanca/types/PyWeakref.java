package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import java.util.Optional;

/** A Python {@code weakref.ref}. */
public final class PyWeakref extends PyAny {
    static final Kind<PyWeakref> KIND = Kind.register(
            PyWeakref.class,
            "weakref.ref",
            PyWeakref::new,
            TypeChecks.instancesOf("_PyWeakref_RefType"),
            TypeChecks.exactly("_PyWeakref_RefType"));

    PyWeakref(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /** The object, empty once it has died. */
    public Optional<PyAny> get() {
        PyAny target = call();
        if (target.isNone()) {
            target.close();
            return Optional.empty();
        }
        return Optional.of(target);
    }
}
