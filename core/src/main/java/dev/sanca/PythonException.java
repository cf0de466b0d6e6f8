package dev.sanca;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.engine.Tracebacks;
import dev.sanca.internal.reference.OpenScope;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyBaseException;
import dev.sanca.types.PyModule;
import dev.sanca.types.PyType;

/**
 * A Python exception in Java.
 *
 * {@snippet :
 * try {
 *     py.eval("{}['missing']");
 * } catch (PythonException e) {
 *     if (!e.matches(py, "KeyError")) {
 *         throw e;
 *     }
 * }
 * }
 *
 * <p>Its message is the last line of Python's traceback, such as {@code KeyError: 'missing'}. A further line of the message
 * of a {@code ModuleNotFoundError} says how to install the module, if a package of PyPI may have it. The stack trace begins
 * with the Python frames, innermost first, with file and line, before the Java frames that led there. Its cause is
 * Python's {@code __cause__}, or {@code __context__} unless suppressed. A Java exception that only passed through
 * Python is never wrapped in this: it arrives as itself.
 *
 * <p><b>Ownership:</b> holds detached references to the exception object and its class, which are released when this
 * becomes unreachable.
 *
 * <p><b>Thread:</b> any, where a method takes no token.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html">Built-in Exceptions, in Python's documentation</a>
 */
@SuppressWarnings("serial") // a Python object cannot be serialised; the message and frames are
public final class PythonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Py<PyBaseException> value;
    private final transient Py<PyType> type;
    /** The name of the Python class; of this object's parts, the only one that is serialized. */
    private final String typeName;

    /**
     * Wraps a Python exception object, to throw it. Where a lambda called by Python throws this, that very object is
     * raised.
     *
     * @param value the exception object, borrowed: it stays open
     * @throws IllegalStateException if {@code value} is closed, or the thread is detached
     * @throws WrongThreadException if {@code value} belongs to another thread
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

    /**
     * Returns the Python class of the exception.
     *
     * @return the class; it belongs to this object, do not close it
     */
    public Py<PyType> type() {
        return type;
    }

    /**
     * Returns the Python exception object.
     *
     * @return the object; it belongs to this object, do not close it
     */
    public Py<PyBaseException> value() {
        return value;
    }

    /**
     * Returns the name of the Python class, with its module unless that is {@code builtins}. Any thread.
     *
     * @return the name, such as {@code "ValueError"} or {@code "json.decoder.JSONDecodeError"}
     */
    public String typeName() {
        return typeName;
    }

    /**
     * Returns whether the exception is an instance of a Python class, as an {@code except} clause would ask.
     *
     * @param py a token of this thread
     * @param name a built-in class such as {@code "ValueError"}, or one with the module to import it from, such as
     *     {@code "json.JSONDecodeError"}
     * @return whether it is an instance of the class or of a subclass
     * @throws IllegalArgumentException if {@code py} is a token of another runtime
     * @throws IllegalStateException if {@code py} is closed, or the thread is detached
     * @throws WrongThreadException if {@code py} belongs to another thread
     * @throws PythonException {@code ModuleNotFoundError} or {@code AttributeError} if there is no such class;
     *     {@code TypeError} if the name is that of something else
     */
    public boolean matches(Python py, String name) {
        int dot = name.lastIndexOf('.');
        try (PyBaseException bound = value.bind(py);
                PyModule module = py.importModule(dot < 0 ? "builtins" : name.substring(0, dot));
                PyAny type = module.getAttr(name.substring(dot + 1))) {
            return bound.isInstance(type);
        }
    }

    /**
     * Returns whether the exception is an instance of a Python class, as an {@code except} clause would ask.
     *
     * @param py a token of this thread
     * @param type the class, borrowed
     * @return whether it is an instance of the class or of a subclass
     * @throws IllegalArgumentException if {@code py} is a token of another runtime
     * @throws IllegalStateException if {@code py} or {@code type} is closed, or the thread is detached
     * @throws WrongThreadException if {@code py} or {@code type} belongs to another thread
     */
    public boolean matches(Python py, PyType type) {
        try (PyBaseException bound = value.bind(py)) {
            return bound.isInstance(type);
        }
    }

    /**
     * Makes this the exception that Python sees when the running Java code returns to it: {@code PyErr::restore} of PyO3. When
     * that is, the token tells:
     *
     * <ul>
     *   <li>With the token that the body of a Python function was given ({@link Python#function}), this is raised when the body
     *       returns, whatever it returns, as if the body threw it there. Until then the body may call Python. If the body throws
     *       another exception, that one is raised; of several restored exceptions, the last one. The body need not use this
     *       method: it may throw.
     *   <li>With any other token, this sets Python's error indicator at once. That is for code that Python has called by a
     *       function pointer which is not Sanca's, and that returns to Python before anything else: the next call into Python
     *       may clear the indicator. Only CPython has one.
     * </ul>
     *
     * @param py a token of this thread
     * @throws IllegalStateException if {@code py} is closed, or the thread is detached; or, unless {@code py} is the token of
     *     a running Python function, if the runtime is not CPython
     * @throws WrongThreadException if {@code py} belongs to another thread
     * @see <a
     *     href="https://docs.python.org/3/c-api/exceptions.html#c.PyErr_SetRaisedException">PyErr_SetRaisedException,
     *     in the Python/C API manual</a>
     */
    public void restore(Python py) {
        ThreadState state = py.check();
        if (OpenScope.isOfRunningCall(py.frame)) {
            state.restore(this);
        } else {
            Operations.of(state).raise(state, this);
        }
    }
}
