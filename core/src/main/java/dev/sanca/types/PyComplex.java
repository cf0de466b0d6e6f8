package dev.sanca.types;

import dev.sanca.cpython.TypeChecks;
import dev.sanca.cpython.ffi.complexobject_h;
import dev.sanca.own.Kind;
import dev.sanca.own.ThreadState;
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

    PyComplex(ThreadState state, long word) {
        super(state, word);
    }

    /** The real part. */
    public double real() {
        double part = complexobject_h.PyComplex_RealAsDouble(word());
        Reference.reachabilityFence(this);
        return part;
    }

    /** The imaginary part. */
    public double imaginary() {
        double part = complexobject_h.PyComplex_ImagAsDouble(word());
        Reference.reachabilityFence(this);
        return part;
    }
}
