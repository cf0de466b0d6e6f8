package dev.sanca.types;

import dev.sanca.cpython.TypeChecks;
import dev.sanca.own.Kind;
import dev.sanca.own.ThreadState;

/** A Python {@code memoryview}: memory of another object, without a copy. */
@SuppressWarnings("exports") // the constructor is not for users
public final class PyMemoryView extends PyAny {
    static final Kind<PyMemoryView> KIND = Kind.register(PyMemoryView.class, "memoryview", PyMemoryView::new, TypeChecks.instancesOf("PyMemoryView_Type"), TypeChecks.exactly("PyMemoryView_Type"));

    PyMemoryView(ThreadState state, long word) {
        super(state, word);
    }
}
