package dev.sanca.types;

import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;

/**
 * A Python {@code str}. {@link #asString} returns the text.
 *
 * <p>{@link #len} and indices count code points, as Python does; those of a Java {@code String} count UTF-16 units. A
 * character beyond U+FFFF is one in Python and two in Java; a lone surrogate survives both ways.
 *
 * <p><b>Subclasses:</b> an instance of a subclass is the text that it holds; its {@code __str__} is not asked by
 * {@link #asString}.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#text-sequence-type-str">Text Sequence Type, in Python's
 *     documentation</a>
 */
public final class PyString extends PyAny {
    static final Kind<PyString> KIND =
            Kind.register(PyString.class, "str", PyString::new, TypeReads::isString, TypeReads::isExactString);

    PyString(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
