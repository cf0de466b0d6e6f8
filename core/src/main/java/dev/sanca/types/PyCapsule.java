package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** A native pointer of an extension module. */
public final class PyCapsule extends PyAny {
    static final Kind<PyCapsule> KIND = Kind.register(
            PyCapsule.class,
            "PyCapsule",
            PyCapsule::new,
            TypeChecks.instancesOf("PyCapsule_Type"),
            TypeChecks.exactly("PyCapsule_Type"));

    PyCapsule(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
