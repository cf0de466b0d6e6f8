package dev.sanca.internal.cpython;

import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.ffi.PyMethodDef;
import dev.sanca.internal.ffi.methodobject_h;
import org.jspecify.annotations.Nullable;

/**
 * Makes a Java lambda a Python callable: a {@code PyCFunction} whose {@code self} is a capsule that holds the lambda.
 *
 * <p><b>Ownership:</b> the function owns the capsule, and the capsule holds this object. When Python deallocates the function,
 * the garbage collector may reclaim the lambda.
 *
 * <p><b>Source:</b> {@code Include/methodobject.h}.
 */
public final class JavaFunction implements Capsules.Native {
    /**
     * The definition that was released last and is not freed yet: Python may still read it while it deallocates the function.
     */
    private static long lastFreed;

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
            previous = lastFreed;
            lastFreed = definition;
        }
        if (previous != 0) {
            PyMethodDef.free(previous);
        }
    }
}
