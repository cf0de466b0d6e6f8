package dev.sanca.internal.cpython;

import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.ffi.PyMethodDef;
import dev.sanca.internal.ffi.methodobject_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
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

    /** A new Python callable. */
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
            Word.xdecref(capsule); // the callable's now; if there is none, this frees everything
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
