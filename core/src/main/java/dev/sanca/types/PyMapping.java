package dev.sanca.types;

import dev.sanca.internal.engine.PythonProtocol;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.word.TypeReads;

/**
 * Any mapping: a {@code dict}, or an object that is an instance of {@code collections.abc.Mapping}. It has
 * {@link #getItem}, {@link #len}, {@link #iterator} over the keys, and the methods {@code keys}, {@code values} and
 * {@code items}.
 *
 * <p><b>Cost:</b> a cast to this class imports {@code collections.abc} and asks {@code isinstance}, unless the object
 * is a {@code dict}.
 *
 * @see <a href="https://docs.python.org/3/library/collections.abc.html#collections.abc.Mapping">collections.abc, in
 *     Python's documentation</a>
 */
public final class PyMapping extends PyAny {
    static final Kind<PyMapping> KIND = Kind.register(
            PyMapping.class,
            "mapping",
            PyMapping::new,
            PythonProtocol.ofAbstractClass("collections.abc.Mapping", TypeReads::isDict));

    PyMapping(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
