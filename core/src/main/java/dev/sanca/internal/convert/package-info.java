/**
 * The built-in conversions between Java values and Python objects. {@link dev.sanca.convert} lists them for users.
 *
 * <p>The conversions serve every runtime, so this package does not use {@code dev.sanca.internal.cpython}. It is not
 * exported.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><th>class</th><th>content</th></tr>
 * <tr><td>{@code ToPython}, {@code FromPython}</td><td>the two entry points</td></tr>
 * <tr><td>{@code Writers}, {@code Writer}</td><td>which writer a Java class has. A writer makes the Python object of a value;
 *     classes {@code …Writers} and {@code …Writer} have the writers</td></tr>
 * <tr><td>{@code Readers}, {@code Reader}</td><td>which reader a Java type has. A reader makes the value of a Python object;
 *     classes {@code …Readers} and {@code …Reader} have the readers</td></tr>
 * <tr><td>{@code Converters}</td><td>the converters of users</td></tr>
 * <tr><td>{@code DefaultConversion}</td><td>the value if {@code Object} is requested</td></tr>
 * <tr><td>{@code Numbers}, {@code TextualValues}, {@code Enums}</td><td>scalar values</td></tr>
 * <tr><td>{@code Elements}, {@code PythonContainers}, {@code NestingDepth}, {@code Records}, {@code ObjectArrays}</td><td>containers</td></tr>
 * <tr><td>{@code PrimitiveArrays} and a class for each, {@code BufferElements}</td><td>primitive arrays</td></tr>
 * <tr><td>{@code FunctionalInterfaces}, {@code InterfaceView}</td><td>lambdas in Python, and Python objects behind Java
 *     interfaces</td></tr>
 * <tr><td>{@code JavaMembers}, {@code Overloads}, {@code AccessibleMethods}</td><td>the methods of a Java object in Python</td></tr>
 * <tr><td>{@code ConversionError}</td><td>a failure, with the path to the element</td></tr>
 * </table>
 */
@NullMarked
package dev.sanca.internal.convert;

import org.jspecify.annotations.NullMarked;
