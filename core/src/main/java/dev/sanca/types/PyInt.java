package dev.sanca.types;

import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;
import java.math.BigInteger;

/**
 * A Python {@code int}, of any size; {@code bool} is one too.
 *
 * <p>{@link #asLong} and {@link #asInt} refuse what does not fit, {@code as(BigInteger.class)} always fits.
 */
public final class PyInt extends PyAny {
    static final Kind<PyInt> KIND =
            Kind.register(PyInt.class, "int", PyInt::new, TypeReads::isInt, TypeReads::isExactInt);

    PyInt(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /** The value, of any size. */
    public BigInteger toBigInteger() {
        return as(BigInteger.class);
    }
}
