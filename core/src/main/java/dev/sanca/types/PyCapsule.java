package dev.sanca.types;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.engine.PythonProtocol;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;

/**
 * A native pointer of an extension module, with a name, wrapped for other extension modules.
 *
 * @see <a href="https://docs.python.org/3/c-api/capsule.html">Capsules, in the Python/C API manual</a>
 */
public final class PyCapsule extends PyAny {
    static final Kind<PyCapsule> KIND =
            Kind.register(PyCapsule.class, "PyCapsule", PyCapsule::new, PythonProtocol.of(PyCapsule::isCapsule));

    PyCapsule(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /** Python code cannot import the type in every version: it is told by its name. */
    private static boolean isCapsule(Operations runtime, ThreadState state, long word) {
        long type = runtime.type(state, word);
        try {
            return runtime.nameOfType(state, type).equals("PyCapsule") && isBuiltin(runtime, state, type);
        } finally {
            Word.decref(type);
        }
    }

    private static boolean isBuiltin(Operations runtime, ThreadState state, long type) {
        long module = runtime.getAttr(state, type, "__module__");
        try {
            return TypeReads.isString(module) && runtime.asString(state, module).equals("builtins");
        } finally {
            Word.decref(module);
        }
    }
}
