package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * A native pointer of an extension module, with a name, wrapped for other extension modules.
 *
 * @see <a href="https://docs.python.org/3/c-api/capsule.html">Capsules, in the Python/C API manual</a>
 */
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
