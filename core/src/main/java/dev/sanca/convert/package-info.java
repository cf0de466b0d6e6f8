/**
 * Conversions between Java values and Python objects: what is converted to what, and how to request or add a
 * conversion.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><th>class</th><th>content</th></tr>
 * <tr><td>{@link dev.sanca.convert.TypeRef}</td><td>a Java type with type arguments, for {@code as}</td></tr>
 * <tr><td>{@link dev.sanca.convert.Fraction}</td><td>the value of a Python {@code Fraction}</td></tr>
 * <tr><td>{@link dev.sanca.convert.Converter}</td><td>a conversion that a program adds</td></tr>
 * </table>
 *
 * <p>{@link dev.sanca.Python#of} and every argument convert a Java value to Python; {@code as}, {@code asLong} and its
 * like convert a Python object to Java. A conversion that fails throws Python's {@code TypeError}, {@code ValueError}
 * or {@code OverflowError} as a {@link dev.sanca.PythonException}; inside a container its message begins with the path
 * to the element.
 *
 * <table>
 * <caption>Built-in conversions, both ways</caption>
 * <tr><th>Java</th><th>Python</th><th>remarks</th></tr>
 * <tr><td>null</td><td>{@code None}</td><td>from Python only for {@code Object}, {@code Optional}, and record components
 *     marked {@code @Nullable}; other types refuse {@code None}</td></tr>
 * <tr><td>{@code boolean}</td><td>{@code bool}</td><td>from Python also NumPy's; {@code isTruthy()} is the truth of any other
 *     object</td></tr>
 * <tr><td>{@code byte short int long}, {@code BigInteger}</td><td>{@code int}</td><td>a value that does not fit throws
 *     {@code OverflowError}</td></tr>
 * <tr><td>{@code float double}</td><td>{@code float}</td><td>from Python also ints and objects with
 *     {@code __float__}</td></tr>
 * <tr><td>{@code BigDecimal}, {@link dev.sanca.convert.Fraction}</td><td>{@code decimal.Decimal},
 *     {@code fractions.Fraction}</td><td>exactly</td></tr>
 * <tr><td>{@code char}, {@code CharSequence}</td><td>{@code str}</td><td>to {@code char}: a {@code str} of one UTF-16
 *     unit</td></tr>
 * <tr><td>{@code byte[]}</td><td>{@code bytes}</td><td>from Python the bytes of any buffer</td></tr>
 * <tr><td>other primitive arrays</td><td>{@code memoryview}</td><td>one copy; from Python any buffer of numbers, list, tuple or
 *     iterable; several dimensions become one, row by row</td></tr>
 * <tr><td>{@code MemorySegment}, direct {@code Buffer}</td><td>{@code memoryview}</td><td>no copy; each side keeps the memory
 *     alive for the other. A segment of an arena that can be closed is refused; a segment of a Java array is copied. From Python any {@code java.nio} buffer, if the format of the
 *     elements is the same</td></tr>
 * <tr><td>{@link dev.sanca.PythonException}</td><td>the exception that it carries</td><td>to {@code Throwable}: the Java
 *     exception that a Python one stands for, or a {@code PythonException}</td></tr>
 * <tr><td>{@code Collection}, {@code Object[]}</td><td>{@code list}</td><td>from Python any iterable but text</td></tr>
 * <tr><td>{@code Set}, {@code Map}</td><td>{@code set}, {@code dict}</td><td>in the order of the original</td></tr>
 * <tr><td>{@code Optional}</td><td>the value or {@code None}</td><td>also {@code OptionalInt} and its like</td></tr>
 * <tr><td>{@code Iterator}, {@code Iterable}, {@code Stream}</td><td>iterator</td><td>elements are converted when they are
 *     requested</td></tr>
 * <tr><td>record</td><td>{@code dict}</td><td>from Python also an object with attributes of these names</td></tr>
 * <tr><td>enum constant</td><td>{@code str} of its name</td><td>from Python also the member of a Python enum with that
 *     name</td></tr>
 * <tr><td>{@code java.time}</td><td>{@code datetime}</td><td>in microseconds; naive and aware values are not mixed</td></tr>
 * <tr><td>{@code UUID}, {@code Path}, {@code InetAddress}</td><td>{@code UUID}, {@code pathlib.Path},
 *     {@code ipaddress}</td><td>from Python also a {@code str} for the last two</td></tr>
 * <tr><td>functional interface</td><td>callable</td><td>from Python any interface; each call of its methods attaches the
 *     thread</td></tr>
 * <tr><td>{@code PyAny}, {@code Py}</td><td>the object itself</td><td></td></tr>
 * <tr><td>any other object</td><td>a proxy of it</td><td>converted back, the proxy is the same Java object. Python prints it
 *     with {@code toString}, compares with {@code equals} and {@code compareTo}, hashes with {@code hashCode}, and calls its
 *     public methods by name. Of several methods with one name the first that accepts the arguments is called: ints are
 *     tried before floats, and {@code Object} last; a dict goes to a {@code Map} before anything else that its keys could
 *     fill. Arguments may have names where the class was compiled with {@code -parameters}</td></tr>
 * </table>
 *
 * <p>An instance of a subclass of a container is converted as Python code sees it: its elements are those of
 * {@code iter(x)}, or the pairs of {@code x.items()}. An instance of a subclass of {@code int}, {@code float},
 * {@code str} or {@code bytes} is converted to the value that it stores; its {@code __int__}, {@code __float__},
 * {@code __str__} and {@code __iter__} are not called.
 *
 * <p>{@code as(Object.class)} converts to the default Java type: {@code Boolean}, {@code Long} or {@code BigInteger},
 * {@code Double}, {@code String}, {@code byte[]}, {@code List}, {@code Map}, {@code Set}; the Java object of a proxy; the Java
 * classes above for Python's decimals, fractions, UUIDs, paths, addresses and times; what NumPy's and pandas' scalars are as
 * Python's values, and null for their {@code NaT} and {@code NA}; a {@code Py} for any other object. An interface that this
 * value implements gives the value.
 */
@NullMarked
package dev.sanca.convert;

import org.jspecify.annotations.NullMarked;
