package dev.sanca.internal.convert;

import dev.sanca.Py;
import dev.sanca.PythonException;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.reference.MisuseErrors;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;

/** Converts detached references to Python objects. */
final class ReferenceWriters {
    private ReferenceWriters() {}

    /** Returns a new reference to the Python exception of a {@code PythonException}; a proxy of the latter if it is another runtime's. */
    static long ofException(ThreadState state, PythonException exception) {
        Operations runtime = Face.runtimeOrNull(exception.value());
        return runtime == null || runtime == Operations.of(state)
                ? ofDetached(state, exception.value())
                : Operations.of(state).proxy(state, exception);
    }

    /** Returns a new reference to the Python object that Java code got as an interface; 0 if it is none, or of another runtime. */
    static long ofView(ThreadState state, Object proxy) {
        Py<?> target = InterfaceView.targetOrNull(proxy);
        if (target == null || !target.isAlive()) {
            return 0;
        }
        Operations runtime = Face.runtimeOrNull(target);
        return runtime == null || runtime == Operations.of(state) ? ofDetached(state, target) : 0;
    }

    /** Returns a new reference to the object of a {@code Py}. */
    static long ofDetached(ThreadState state, Py<?> detached) {
        long word = Face.newCount(state, detached);
        if (word == 0) {
            throw MisuseErrors.ofClosedPy();
        }
        return Word.isTagged(word) ? Refs.toObject(state, word) : word;
    }
}
