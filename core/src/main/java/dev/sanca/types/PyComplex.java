package dev.sanca.types;

import dev.sanca.cpython.ComplexNumbers;
import dev.sanca.cpython.TypeChecks;
import dev.sanca.own.Chunk;
import dev.sanca.own.Kind;
import java.lang.ref.Reference;

/** A Python {@code complex}. */
@SuppressWarnings("exports") // the constructor is not for users
public final class PyComplex extends PyAny {
    static final Kind<PyComplex> KIND = Kind.register(
            PyComplex.class,
            "complex",
            PyComplex::new,
            TypeChecks.instancesOf("PyComplex_Type"),
            TypeChecks.exactly("PyComplex_Type"));

    PyComplex(Chunk chunk) {
        super(chunk);
    }

    /** The real part. */
    public double real() {
        double part = ComplexNumbers.real(word());
        Reference.reachabilityFence(this);
        return part;
    }

    /** The imaginary part. */
    public double imaginary() {
        double part = ComplexNumbers.imaginary(word());
        Reference.reachabilityFence(this);
        return part;
    }
}
