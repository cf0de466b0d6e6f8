package dev.sanca.internal.convert;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.types.PyBaseException;
import org.jspecify.annotations.Nullable;

/**
 * A value that cannot be converted: on its way out of nested containers it collects where it was, and becomes a Python
 * exception only at the end.
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

    /** The value has the wrong type. */
    static ConversionError type(String message) {
        return new ConversionError(TYPE_ERROR, message, null);
    }

    /** The value has the right type, but is none that the other side knows. */
    static ConversionError value(String message) {
        return new ConversionError(VALUE_ERROR, message, null);
    }

    /** The number is too large. */
    static ConversionError overflow(String message) {
        return new ConversionError(OVERFLOW_ERROR, message, null);
    }

    /** Containers are nested too deeply. */
    static ConversionError depth(String message) {
        return new ConversionError(RECURSION_ERROR, message, null);
    }

    /** A container changed while it was read. */
    static ConversionError changed(String what) {
        return new ConversionError("RuntimeError", "the " + what + " changed size while it was converted", null);
    }

    /**
     * What to throw instead of {@code e}, which an element threw: the same with the element's place in front. Python's own
     * errors of the three kinds a conversion raises are given the place too; everything else goes through unchanged.
     */
    static RuntimeException at(RuntimeException e, String place) {
        if (e instanceof ConversionError r) {
            if (r.exception.equals(RECURSION_ERROR)) {
                return r; // a thousand places would tell nothing
            }
            return new ConversionError(r.exception, place + ": " + r.getMessage(), r.getCause());
        }
        return e instanceof PythonException p && isConversionKind(p)
                ? new ConversionError(p.typeName(), place + ": " + text(p), p)
                : e;
    }

    /** Whether a Python error is of the three kinds a conversion raises. */
    static boolean isConversionKind(PythonException e) {
        String kind = e.typeName();
        return kind.equals("TypeError") || kind.equals("OverflowError") || kind.equals("ValueError");
    }

    /** The message without the name of the exception in front. */
    private static String text(PythonException e) {
        String message = String.valueOf(e.getMessage());
        String name = e.typeName() + ": ";
        return message.startsWith(name) ? message.substring(name.length()) : message;
    }

    /** The Python exception to throw. */
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
