package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * A Python {@code complex}: two IEEE 754 doubles. {@link #asDouble} refuses it.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#numeric-types-int-float-complex">Numeric Types, in
 *     Python's documentation</a>
 */
public final class PyComplex extends PyAny {
    static final Kind<PyComplex> KIND =
            Kind.register(PyComplex.class, "complex", PyComplex::new, PythonType.of("complex"));

    PyComplex(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns the real part: {@code this.real}.
     *
     * @return the real part
     */
    public double real() {
        return part("real");
    }

    /**
     * Returns the imaginary part: {@code this.imag}.
     *
     * @return the imaginary part
     */
    public double imaginary() {
        return part("imag");
    }

    private double part(String name) {
        try (PyAny part = getAttr(name)) {
            return part.asDouble();
        }
    }
}
