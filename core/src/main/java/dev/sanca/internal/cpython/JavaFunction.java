package dev.sanca.internal.cpython;

import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.ffi.PyMethodDef;
import dev.sanca.internal.ffi.methodobject_h;
import org.jspecify.annotations.Nullable;

/**
 * A Java lambda as a Python callable: a {@code PyCFunction} whose {@code self} is a capsule that holds the lambda.
 *
 * <p><b>Ownership:</b> Python holds the capsule, the capsule holds this; when Python collects the function, the lambda is
 * Java's collector's again.
 *
 * <p><b>Source:</b> {@code Include/methodobject.h}.
 */
public final class JavaFunction implements Capsules.Native {
    /** The definition freed last but one: Python may look at it once more while it frees the function. */
    private static long lingering;

    static {
        StackExhausted.prepare();
    }

    final PythonFunctionBody body;
    final @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();
    final long definition;

    JavaFunction(String name, PythonFunctionBody body) {
        this.body = body;
        this.definition = PyMethodDef.make(
                name, Trampoline.FUNCTION, methodobject_h.METH_FASTCALL | methodobject_h.METH_KEYWORDS);
    }

    @Override
    public void free() {
        long previous;
        synchronized (JavaFunction.class) {
            previous = lingering;
            lingering = definition;
        }
        if (previous != 0) {
            PyMethodDef.free(previous);
        }
    }
}
