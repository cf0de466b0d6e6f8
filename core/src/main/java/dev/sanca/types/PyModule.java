package dev.sanca.types;

import dev.sanca.internal.cpython.TypeChecks;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/** A Python module. */
public final class PyModule extends PyAny {
    static final Kind<PyModule> KIND = Kind.register(
            PyModule.class,
            "module",
            PyModule::new,
            TypeChecks.instancesOf("PyModule_Type"),
            TypeChecks.exactly("PyModule_Type"));

    PyModule(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /** {@code __name__}. */
    public String name() {
        try (PyAny name = getAttr("__name__")) {
            return name.asString();
        }
    }

    /** {@code __dict__}: what the module holds, by name. */
    public PyDict dict() {
        try (PyAny dict = getAttr("__dict__")) {
            return dict.cast(PyDict.class);
        }
    }
}
