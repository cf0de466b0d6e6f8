package dev.sanca.internal.cpython;

import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.ffi.PyMethodDef;
import dev.sanca.internal.ffi.methodobject_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
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
    private final long definition;

    private JavaFunction(String name, PythonFunctionBody body) {
        this.body = body;
        this.definition = PyMethodDef.make(
                name, Trampoline.FUNCTION, methodobject_h.METH_FASTCALL | methodobject_h.METH_KEYWORDS);
    }

    /** Returns a new Python callable, a new reference. */
    public static long make(ThreadState state, String name, PythonFunctionBody body) {
        JavaFunction function = new JavaFunction(name, body);
        long capsule = 0;
        try {
            capsule = Capsules.make(function);
        } finally {
            if (capsule == 0) {
                function.free();
            }
        }
        try {
            PythonErrors.check(state, capsule);
            return PythonErrors.check(state, methodobject_h.PyCFunction_NewEx(function.definition, capsule, 0));
        } finally {
            Word.xdecref(capsule); // the callable owns a count now; if it could not be made, this frees everything
        }
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
