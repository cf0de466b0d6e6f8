package dev.sanca;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.engine.Tracebacks;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyBaseException;
import dev.sanca.types.PyModule;
import dev.sanca.types.PyType;

/**
 * A Python exception in Java.
 *
 * <p>Its stack trace begins with the Python frames, innermost first, with file and line; its cause is Python's
 * {@code __cause__}, or {@code __context__} unless suppressed. A Java exception that only passed through Python is never
 * wrapped in this: it arrives as itself.
 *
 * <p><b>Ownership:</b> holds one count of the exception object, given back when this becomes unreachable.
 *
 * <p><b>Thread:</b> any, where a method takes no token.
 */
@SuppressWarnings("serial") // a Python object cannot be serialised; the message and frames are
public final class PythonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Py<PyBaseException> value;
    private final transient Py<PyType> type;
    private final String typeName;

    /**
     * Wraps a Python exception object, to throw it; a lambda called by Python that throws this raises that very object.
     *
     * @throws IllegalStateException if {@code value} is not usable
     */
    public PythonException(PyBaseException value) {
        super(Tracebacks.message(value), Tracebacks.cause(value));
        this.value = Py.of(value);
        try (PyType bound = value.type()) {
            this.type = Py.of(bound);
            this.typeName = bound.fullName();
        }
        setStackTrace(Tracebacks.merge(value, getStackTrace()));
    }

    /** The Python class of the exception. Closed and counted with this object: do not close it. */
    public Py<PyType> type() {
        return type;
    }

    /** The Python exception object. Closed and counted with this object: do not close it. */
    public Py<PyBaseException> value() {
        return value;
    }

    /** Name of the Python class, with its module unless that is {@code builtins}. Any thread. */
    public String typeName() {
        return typeName;
    }

    /**
     * Whether the exception is an instance of a Python class, as an {@code except} clause would ask.
     *
     * @param name a built-in such as {@code "ValueError"}, or with its module, such as {@code "json.JSONDecodeError"}
     * @throws PythonException if there is no such class
     */
    public boolean matches(Python py, String name) {
        int dot = name.lastIndexOf('.');
        try (PyBaseException bound = value.bind(py);
                PyModule module = py.importModule(dot < 0 ? "builtins" : name.substring(0, dot));
                PyAny type = module.getAttr(name.substring(dot + 1))) {
            return bound.isInstance(type);
        }
    }

    /** Whether the exception is an instance of a Python class. */
    public boolean matches(Python py, PyType type) {
        try (PyBaseException bound = value.bind(py)) {
            return bound.isInstance(type);
        }
    }

    /**
     * Makes this Python's pending exception, for code that returns to Python by its own means. A lambda called by Python
     * need not: it throws.
     */
    public void restore(Python py) {
        ThreadState state = py.check();
        Operations.of(state).raise(state, this);
    }
}
