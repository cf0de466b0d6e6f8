package dev.sanca.convert;

import dev.sanca.Python;
import dev.sanca.types.PyAny;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * A conversion of one Java class to Python and back, beside or instead of the one that Sanca has for it.
 *
 * {@snippet :
 * public final class MoneyConverter implements Converter<Money> {
 *     public Class<Money> type() {
 *         return Money.class;
 *     }
 *
 *     public Object toPython(Python py, Money value) {
 *         return Map.of("amount", value.amount(), "currency", value.currency());
 *     }
 *
 *     public Money fromPython(PyAny reference) {
 *         return new Money(reference.getItem("amount").as(BigDecimal.class), reference.getItem("currency").asString());
 *     }
 * }
 * }
 *
 * <p>It is found by {@link ServiceLoader}: a {@code provides} clause of the module, or a line in
 * {@code META-INF/services/dev.sanca.convert.Converter}. All are loaded at the first conversion; their constructors must not
 * use Python.
 *
 * <p><b>Which one:</b> a converter comes before Sanca's own conversions. To Python, values of {@link #type()} and of its
 * subclasses use it, the nearest superclass first, then interfaces; from Python, only a request for exactly that class, at
 * the top or inside of containers. Of two converters for one class the one loaded first wins. References ({@link PyAny},
 * {@code Py}) and null are never converted by one, nor are {@code asLong()} and its like.
 *
 * <p><b>Thread:</b> any attached thread, several at a time: keep no state.
 *
 * @param <T> the Java class
 */
public interface Converter<T> {
    /** The Java class that this converts. */
    Class<T> type();

    /**
     * The Python form of a value.
     *
     * @param py a token of this call, which the caller closes
     * @return a reference, or a Java value that Sanca converts in turn; null is {@code None}. Not {@code value} itself
     */
    @Nullable
    Object toPython(Python py, T value);

    /**
     * The value of a Python object.
     *
     * @param reference the object; it is closed after this call
     * @return the value; no reference made in here, since those end with this call: use a {@code Py} to keep one
     * @throws dev.sanca.PythonException Python's {@code TypeError} if the object is no such value: what
     *     {@code reference.as(…)} throws will do
     */
    T fromPython(PyAny reference);
}
