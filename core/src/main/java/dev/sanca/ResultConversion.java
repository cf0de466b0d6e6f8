package dev.sanca;

import dev.sanca.convert.builtin.FromPython;
import dev.sanca.own.Refs;
import dev.sanca.types.PyAny;
import java.lang.ref.Reference;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** The result of a call through an interface, as the type that the method declares. */
final class ResultConversion {
    private ResultConversion() {}

    static @Nullable Object to(PyAny result, Type type) {
        if (type instanceof Class<?> c && PyAny.class.isAssignableFrom(c)) {
            throw new IllegalStateException("a method of an interface view cannot return " + c.getSimpleName()
                    + ", which belongs to the attachment that ends with the call: declare a Java type, or a Py");
        }
        Object value = FromPython.convert(Refs.state(result), Refs.word(result), type);
        Reference.reachabilityFence(result);
        return value;
    }
}
