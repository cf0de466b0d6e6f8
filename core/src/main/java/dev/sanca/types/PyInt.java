package dev.sanca.types;

import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;
import java.math.BigInteger;

/**
 * A Python {@code int}, of any size; a {@code bool} is one too.
 *
 * <p>{@link #asLong} and {@link #asInt} refuse what does not fit; {@link #toBigInteger} returns any value. Operators
 * such as {@link #add} return a {@code PyAny}: what they give depends on the other operand.
 *
 * <p><b>Subclasses:</b> an instance of a subclass is the value that it holds; its {@code __int__} and {@code __index__}
 * are not asked.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#numeric-types-int-float-complex">Numeric Types, in
 *     Python's documentation</a>
 */
public final class PyInt extends PyAny {
    static final Kind<PyInt> KIND =
            Kind.register(PyInt.class, "int", PyInt::new, TypeReads::isInt, TypeReads::isExactInt);

    PyInt(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns the value, of any size.
     *
     * <p><b>Cost:</b> no native call up to 60 bits where the layout of ints is proved; O(n) of the number of bits
     * beyond.
     *
     * @return the value
     * @throws dev.sanca.PythonException {@code OverflowError} if it has more than 2<sup>31</sup> bits
     */
    public BigInteger toBigInteger() {
        return as(BigInteger.class);
    }
}
