package dev.sanca.internal.cpython;

import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.engine.JavaHandles;
import dev.sanca.internal.engine.ProxyOperations;
import dev.sanca.internal.ffi.methodobject_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import org.jspecify.annotations.Nullable;

/**
 * Java functions and Java objects as Python objects, see {@link JavaFunction} and {@link JavaProxy}.
 *
 * <p><b>Source:</b> {@code Include/methodobject.h}.
 */
interface CPythonProxies extends ProxyOperations {
    @Override
    default long function(ThreadState state, String name, PythonFunctionBody body) {
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
            Word.xdecref(capsule); // the callable owns a reference; if there is no callable, this frees the function
        }
    }

    @Override
    default long proxy(ThreadState state, Object object) {
        JavaHolder type = JavaProxy.type(state);
        return type.allocate(state, type.type(), object);
    }

    @Override
    default @Nullable Object unwrapOrNull(ThreadState state, long word) {
        if (Word.isTagged(word)) {
            return JavaHandles.isOne(word) ? JavaHandles.get(word) : null;
        }
        JavaHolder type = JavaProxy.typeOrNull();
        return type == null ? null : type.heldOrNull(word);
    }
}
