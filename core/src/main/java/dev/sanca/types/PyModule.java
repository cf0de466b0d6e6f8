package dev.sanca.types;

import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.Kind;

/**
 * A Python module. {@link #getAttr} and {@link #callMethod(String, Object...)} use what is in it.
 *
 * {@snippet :
 * PyModule math = py.importModule("math");
 * double root = math.callMethod("sqrt", 2).asDouble();
 * }
 *
 * @see <a href="https://docs.python.org/3/library/types.html#types.ModuleType">types: ModuleType, in Python's
 *     documentation</a>
 */
public final class PyModule extends PyAny {
    static final Kind<PyModule> KIND =
            Kind.register(PyModule.class, "module", PyModule::new, PythonType.of("types.ModuleType"));

    PyModule(Chunk chunk, int slot) {
        super(chunk, slot);
    }

    /**
     * Returns the module's name: {@code this.__name__}.
     *
     * @return the name, dotted for a module of a package
     * @throws dev.sanca.PythonException {@code AttributeError} if the attribute was deleted; {@code TypeError} if it is
     *     no {@code str}
     */
    public String name() {
        try (PyAny name = getAttr("__name__")) {
            return name.asString();
        }
    }

    /**
     * Returns what the module holds, by name: {@code this.__dict__}. It is the dict itself: writing to it changes the
     * module.
     *
     * @return the dict, a new reference
     * @throws dev.sanca.PythonException {@code AttributeError} or {@code TypeError} if {@code sys.modules} held an
     *     object that is no module, and that has no such dict
     */
    public PyDict dict() {
        try (PyAny dict = getAttr("__dict__")) {
            return dict.cast(PyDict.class);
        }
    }
}
