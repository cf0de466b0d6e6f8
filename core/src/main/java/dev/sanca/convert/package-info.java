/**
 * Java values ↔ Python values: what users need to ask for a conversion, or to add one.
 *
 * <table>
 * <caption>Both ways</caption>
 * <tr><th>Java</th><th>Python</th><th>remarks</th></tr>
 * <tr><td>null</td><td>{@code None}</td><td>from Python only for {@code Object}, {@code Optional}, and record components
 *     marked {@code @Nullable}; other types refuse {@code None}</td></tr>
 * <tr><td>{@code boolean}</td><td>{@code bool}</td><td>also NumPy's; truth of anything else is {@code isTruthy()}</td></tr>
 * <tr><td>{@code byte short int long}, {@code BigInteger}</td><td>{@code int}</td><td>what does not fit is
 *     {@code OverflowError}</td></tr>
 * <tr><td>{@code float double}</td><td>{@code float}</td><td>from Python also ints and what has
 *     {@code __float__}</td></tr>
 * <tr><td>{@code BigDecimal}</td><td>{@code decimal.Decimal}</td><td>exactly</td></tr>
 * <tr><td>{@code char}, {@code CharSequence}</td><td>{@code str}</td><td>to {@code char}: of one UTF-16 unit</td></tr>
 * <tr><td>{@code byte[]}</td><td>{@code bytes}</td><td>from Python the bytes of any buffer</td></tr>
 * <tr><td>other primitive arrays</td><td>{@code memoryview}</td><td>one copy; from Python any buffer of numbers, list, tuple or
 *     iterable, several dimensions one after the other</td></tr>
 * <tr><td>{@code MemorySegment}, direct {@code Buffer}</td><td>{@code memoryview}</td><td>no copy; each side keeps the memory
 *     alive for the other. Segments of arenas that can be closed are refused, those of Java arrays copied</td></tr>
 * <tr><td>{@code Collection}, {@code Object[]}</td><td>{@code list}</td><td>from Python any iterable but text</td></tr>
 * <tr><td>{@code Set}, {@code Map}</td><td>{@code set}, {@code dict}</td><td>in the order of the other side</td></tr>
 * <tr><td>{@code Optional}</td><td>the value or {@code None}</td><td>also {@code OptionalInt} and its like</td></tr>
 * <tr><td>{@code Iterator}, {@code Iterable}, {@code Stream}</td><td>iterator</td><td>lazily</td></tr>
 * <tr><td>record</td><td>{@code dict}</td><td>from Python also an object with those attributes</td></tr>
 * <tr><td>enum constant</td><td>{@code str} of its name</td><td>from Python also an enum's member of that name</td></tr>
 * <tr><td>{@code java.time}</td><td>{@code datetime}</td><td>microseconds; naive and aware are not mixed</td></tr>
 * <tr><td>{@code UUID}, {@code Path}, {@code InetAddress}</td><td>{@code UUID}, {@code pathlib.Path},
 *     {@code ipaddress}</td><td>from Python also a {@code str} for the last two</td></tr>
 * <tr><td>functional interface</td><td>callable</td><td>to Java any interface, which attaches by itself</td></tr>
 * <tr><td>{@code PyAny}, {@code Py}</td><td>the object itself</td><td></td></tr>
 * <tr><td>any other object</td><td>a proxy of it</td><td>back in Java it is the same object. Python prints it by
 *     {@code toString}, compares by {@code equals} and {@code compareTo}, hashes by {@code hashCode}, and calls its public
 *     methods by name: of several the first that takes the arguments, where ints are tried before floats and {@code Object}
 *     last</td></tr>
 * </table>
 *
 * <p>From Python, an instance of a subclass of a container is what Python code sees of it: the elements of {@code iter(x)}, the
 * pairs of {@code x.items()}. An instance of a subclass of {@code int}, {@code float}, {@code str} or {@code bytes} is the value
 * that it holds; its {@code __int__}, {@code __float__}, {@code __str__} and {@code __iter__} are not asked.
 *
 * <p>{@code as(Object.class)} gives the natural Java value: {@code Boolean}, {@code Long} or {@code BigInteger},
 * {@code Double}, {@code String}, {@code byte[]}, {@code List}, {@code Map}, {@code Set}; the Java object of a
 * proxy; a {@code Py} for everything else.
 */
@NullMarked
package dev.sanca.convert;

import org.jspecify.annotations.NullMarked;
