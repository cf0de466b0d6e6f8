package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** A Python {@code complex}. */
public final class PyComplex extends PyAny {
    static final Kind<PyComplex> KIND = Kind.register(
            PyComplex.class,
            "complex",
            PyComplex::new,
            TypeChecks.instancesOf("PyComplex_Type"),
            TypeChecks.exactly("PyComplex_Type"));

    PyComplex(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /** The real part. */
    public double real() {
        return part("real");
    }

    /** The imaginary part. */
    public double imaginary() {
        return part("imag");
    }

    private double part(String name) {
        try (PyAny part = getAttr(name)) {
            return part.asDouble();
        }
    }
}
