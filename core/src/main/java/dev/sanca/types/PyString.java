package dev.sanca.types;

import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;

/**
 * A Python {@code str}.
 *
 * <p>Its length counts code points, as Python does, where Java's counts UTF-16 units.
 */
public final class PyString extends PyAny {
    static final Kind<PyString> KIND =
            Kind.register(PyString.class, "str", PyString::new, TypeReads::isString, TypeReads::isExactString);

    PyString(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
