package dev.sanca.internal.convert;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.types.PyBaseException;
import org.jspecify.annotations.Nullable;

/**
 * Reports a value that cannot be converted. While it leaves nested containers, each of them adds the position of its element to
 * the message; at the end it becomes a Python exception.
 */
final class ConversionError extends RuntimeException {
    private static final long serialVersionUID = 1;

    static final String TYPE_ERROR = "TypeError";
    static final String VALUE_ERROR = "ValueError";
    static final String OVERFLOW_ERROR = "OverflowError";

    private static final String RECURSION_ERROR = "RecursionError";

    private final String exception;

    private ConversionError(String exception, String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
        this.exception = exception;
    }

    /** Returns the error for a value of the wrong type. */
    static ConversionError type(String message) {
        return new ConversionError(TYPE_ERROR, message, null);
    }

    /** Returns the error for a value of the right type that the other language cannot represent. */
    static ConversionError value(String message) {
        return new ConversionError(VALUE_ERROR, message, null);
    }

    /** Returns the error for a number that is too large. */
    static ConversionError overflow(String message) {
        return new ConversionError(OVERFLOW_ERROR, message, null);
    }

    /** Returns the error for containers that are nested too deep. */
    static ConversionError depth(String message) {
        return new ConversionError(RECURSION_ERROR, message, null);
    }

    /** Returns the error for a container that changed while it was read. */
    static ConversionError changed(String what) {
        return new ConversionError("RuntimeError", "the " + what + " changed size while it was converted", null);
    }

    /**
     * Returns the exception to throw in place of {@code e}, which the conversion of an element has thrown: the same one with
     * the position of the element in front of the message. This is also done for a Python exception of the three types that a
     * conversion raises; any other exception is returned unchanged.
     */
    static RuntimeException at(RuntimeException e, String place) {
        if (e instanceof ConversionError r) {
            if (r.exception.equals(RECURSION_ERROR)) {
                return r; // a thousand positions would not help
            }
            return new ConversionError(r.exception, place + ": " + r.getMessage(), r.getCause());
        }
        return e instanceof PythonException p && isConversionKind(p)
                ? new ConversionError(p.typeName(), place + ": " + text(p), p)
                : e;
    }

    /** Returns whether a Python exception is of one of the three types that a conversion raises. */
    static boolean isConversionKind(PythonException e) {
        String kind = e.typeName();
        return kind.equals("TypeError") || kind.equals("OverflowError") || kind.equals("ValueError");
    }

    /** Returns the message without the name of the exception in front of it. */
    private static String text(PythonException e) {
        String message = String.valueOf(e.getMessage());
        String name = e.typeName() + ": ";
        return message.startsWith(name) ? message.substring(name.length()) : message;
    }

    /** Returns the Python exception to throw. */
    RuntimeException toPython(ThreadState state) {
        PythonException raised = newPythonException(state);
        if (!(getCause() instanceof PythonException cause)) {
            return raised;
        }
        try (Python py = Face.nested(state);
                PyBaseException value = raised.value().bind(py);
                PyBaseException because = cause.value().bind(py)) {
            value.setAttr("__cause__", because);
            return new PythonException(value);
        }
    }

    private PythonException newPythonException(ThreadState state) {
        try {
            throw Operations.of(state).error(state, exception, String.valueOf(getMessage()));
        } catch (PythonException e) {
            return e;
        }
    }
}
