package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * A generic class with its arguments, such as {@code list[int]}; {@code __origin__} and {@code __args__} are
 * attributes.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#types-genericalias">Generic Alias Type, in Python's
 *     documentation</a>
 */
public final class PyGenericAlias extends PyAny {
    static final Kind<PyGenericAlias> KIND = Kind.register(
            PyGenericAlias.class, "types.GenericAlias", PyGenericAlias::new, PythonType.of("types.GenericAlias"));

    PyGenericAlias(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
