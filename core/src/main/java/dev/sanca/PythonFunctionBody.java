package dev.sanca;

import dev.sanca.types.PyAny;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a Python callable made by {@link Python#function} does. */
@FunctionalInterface
public interface PythonFunctionBody {
    /**
     * Called by Python.
     *
     * <p><b>Ownership:</b> the arguments are bound references of a scope that ends with this call; take {@code Py.of} of
     * what shall outlive it. The result is converted as by {@link Python#of} and may be one of the arguments.
     *
     * <p><b>Thread:</b> the calling Python thread, attached; any thread.
     *
     * @param py the token of this call
     * @param arguments the positional arguments
     * @param keywords the keyword arguments, in the caller's order
     * @return any convertible value; null is {@code None}
     * @throws Exception anything; Python sees an exception of the nearest built-in kind, and the Java code that called
     *     Python sees this very object if Python does not catch it
     */
    @Nullable
    Object call(Python py, List<PyAny> arguments, Map<String, PyAny> keywords) throws Exception;
}
