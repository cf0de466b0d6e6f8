package dev.sanca.types;

import dev.sanca.internal.engine.PythonProtocol;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;

/**
 * Any sequence: a {@code list}, a {@code tuple}, or an object that is an instance of {@code collections.abc.Sequence},
 * such as a {@code str}, {@code bytes} or {@code range}. It has {@link #getItem} by index, {@link #len} and
 * {@link #iterator}.
 *
 * <p><b>Cost:</b> a cast to this class imports {@code collections.abc} and asks {@code isinstance}, unless the object
 * is a {@code list} or a {@code tuple}.
 *
 * @see <a href="https://docs.python.org/3/library/collections.abc.html#collections.abc.Sequence">collections.abc, in
 *     Python's documentation</a>
 */
public final class PySequence extends PyAny {
    static final Kind<PySequence> KIND = Kind.register(
            PySequence.class,
            "sequence",
            PySequence::new,
            PythonProtocol.ofAbstractClass(
                    "collections.abc.Sequence", word -> TypeReads.isList(word) || TypeReads.isTuple(word)));

    PySequence(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
