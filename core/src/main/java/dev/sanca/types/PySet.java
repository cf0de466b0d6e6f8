package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import org.jspecify.annotations.Nullable;

/** A Python {@code set}. */
public final class PySet extends PyAny {
    static final Kind<PySet> KIND = Kind.register(
            PySet.class, "set", PySet::new, TypeChecks.instancesOf("PySet_Type"), TypeChecks.exactly("PySet_Type"));

    PySet(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /** {@code set.add(value)}. */
    public void addElement(@Nullable Object value) {
        callMethod("add", value).close();
    }

    /** {@code set.discard(value)}. */
    public void discard(@Nullable Object value) {
        callMethod("discard", value).close();
    }
}
