package dev.sanca;

import dev.sanca.types.PyAny;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a Python callable that {@link Python#function} creates. */
@FunctionalInterface
public interface PythonFunctionBody {
    /**
     * Runs the body. Python calls this.
     *
     * <p><b>Ownership:</b> the arguments are bound references of a scope that ends with this call. {@link Py#of} makes
     * a detached reference of one that must outlive the call. The result is converted as by {@link Python#of}; it may
     * be one of the arguments.
     *
     * <p><b>Thread:</b> the Python thread that calls, which is attached; it may be any thread, and several threads may
     * call at once unless Python has a GIL.
     *
     * @param py the token of this call, which this call closes
     * @param arguments the positional arguments
     * @param keywords the keyword arguments, in the caller's order
     * @return any value that can be converted; null is {@code None}
     * @throws Exception if the body fails. Python sees an exception of the nearest built-in type. If Python does not
     *     catch it, the Java code that called Python gets this same Java exception
     */
    @Nullable
    Object call(Python py, List<PyAny> arguments, Map<String, PyAny> keywords) throws Exception;
}
