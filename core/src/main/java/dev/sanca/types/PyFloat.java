package dev.sanca.types;

import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;

/**
 * A Python {@code float}: an IEEE 754 double. {@link #asDouble} returns the value, exactly.
 *
 * <p><b>Subclasses:</b> an instance of a subclass is the value that it holds; its {@code __float__} is not asked.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#numeric-types-int-float-complex">Numeric Types, in
 *     Python's documentation</a>
 */
public final class PyFloat extends PyAny {
    static final Kind<PyFloat> KIND =
            Kind.register(PyFloat.class, "float", PyFloat::new, TypeReads::isFloat, TypeReads::isExactFloat);

    PyFloat(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
