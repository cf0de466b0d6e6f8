package dev.sanca.convert;

import dev.sanca.Python;
import dev.sanca.types.PyAny;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * A conversion of one Java class to Python and back, in addition to or instead of the built-in one.
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
 * <p>Sanca finds converters with {@link ServiceLoader}, by a {@code provides} clause of the module or a line in
 * {@code META-INF/services/dev.sanca.convert.Converter}. All of them are loaded at the first conversion; their
 * constructors must not use Python.
 *
 * <p><b>Precedence:</b> a converter precedes the built-in conversions. To Python, it applies to values of
 * {@link #type()} and of its subclasses; the nearest superclass is looked up first, then interfaces. From Python, it
 * applies to a request for exactly that class, at the top level or inside a container. Of two converters for one class
 * the one loaded first applies. Converters never apply to references ({@link PyAny}, {@link dev.sanca.Py}), to null,
 * and to {@code asLong()} and its like.
 *
 * <p><b>Thread:</b> any attached thread, several at once: a converter must have no mutable state.
 *
 * @param <T> the Java class
 */
public interface Converter<T> {
    /**
     * Returns the Java class that this converts.
     *
     * @return the class; always the same
     */
    Class<T> type();

    /**
     * Returns the Python form of a value.
     *
     * @param py a token for this call, which the caller closes
     * @param value the value, not null
     * @return a reference, or a Java value that Sanca converts in turn; null is {@code None}. It must not be
     *     {@code value} itself
     */
    @Nullable
    Object toPython(Python py, T value);

    /**
     * Returns the value of a Python object.
     *
     * @param reference the object; the caller closes it after this call
     * @return the value. It must not contain a reference that was created in this call, since those end with it; a
     *     {@link dev.sanca.Py} may be kept
     * @throws dev.sanca.PythonException if the object is not such a value; it should be Python's {@code TypeError}, as
     *     {@code reference.as(…)} throws
     */
    T fromPython(PyAny reference);
}
