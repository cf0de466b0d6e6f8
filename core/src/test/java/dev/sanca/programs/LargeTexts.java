package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.types.PyAny;
import java.math.BigInteger;
import java.util.function.Function;

/** Makes texts of 2.2 GB, one after the other. */
public final class LargeTexts {
    private LargeTexts() {}

    public static void main(String[] args) {
        try (Python py = Python.attach()) {
            refused(py, "'x' * (2**31 + 1)", PyAny::asString, "a str of 2147483649 characters");
            refused(py, "'x' * (2**31 + 1)", PyAny::str, "a str of 2147483649 characters");
            refused(py, "'\\u00e9' * 2**31", PyAny::asString, "a str of 2147483648 characters");
            refused(py, "'\\u20ac' * (2**30 + 1)", PyAny::asString, "a str of 1073741825 characters");
            refused(py, "1 << 2**31", x -> x.as(BigInteger.class), "too large for a Java BigInteger");
        }
        System.out.println("done");
    }

    private static void refused(Python py, String expression, Function<PyAny, Object> question, String message) {
        try (PyAny large = py.eval(expression)) {
            question.apply(large);
            throw new AssertionError(expression + " was taken");
        } catch (PythonException e) {
            if (!e.getMessage().contains(message)) {
                throw e;
            }
        }
    }
}
