import dev.sanca.*;
import dev.sanca.types.*;

void main() {
    try (Python py = Python.attach()) {
        PyAny words = py.list("python", "is", "a", "snake");
        PyCFunction length = py.function("length", (token, arguments, keywords) -> arguments.getFirst().len());
        IO.println(py.eval("sorted").call(words, Kwargs.of("key", length)));

        // What a lambda throws is a Python exception to Python, and itself again to Java.
        IllegalArgumentException refusal = new IllegalArgumentException("not that one");
        PyCFunction refuse = py.function("refuse", (token, arguments, keywords) -> {
            throw refusal;
        });
        py.run("""
                def attempt(function):
                    try:
                        function()
                    except ValueError as e:
                        return "Python caught: " + str(e)
                """);
        IO.println(py.eval("attempt").call(refuse));
        try {
            refuse.call();
        } catch (IllegalArgumentException e) {
            IO.println("Java caught the same object: " + (e == refusal));
        }
    }
}
