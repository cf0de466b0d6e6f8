package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * A function that is not written in Python: a built-in one such as {@code len}, or one made by
 * {@link dev.sanca.Python#function}.
 *
 * @see <a href="https://docs.python.org/3/reference/datamodel.html#built-in-functions">Built-in functions, in Python's
 *     documentation</a>
 */
public final class PyCFunction extends PyAny {
    static final Kind<PyCFunction> KIND = Kind.register(
            PyCFunction.class,
            "builtin_function_or_method",
            PyCFunction::new,
            PythonType.of("types.BuiltinFunctionType"));

    PyCFunction(Chunk chunk, int slot) {
        super(chunk, slot);
    }
}
