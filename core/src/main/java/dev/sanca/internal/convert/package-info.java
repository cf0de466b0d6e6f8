/**
 * The conversions between Java values and Python objects that Sanca contains.
 *
 * <table>
 * <caption>What is where</caption>
 * <tr><td>{@link dev.sanca.internal.convert.ToPython}</td><td>converts any Java value to a Python object, by a {@code Writer}
 * of its class, which {@code Writers} finds</td></tr>
 * <tr><td>{@link dev.sanca.internal.convert.FromPython}</td><td>converts a Python object to any Java type, by a {@code Reader}
 * of that type, which {@code Readers} finds</td></tr>
 * <tr><td>{@link dev.sanca.internal.convert.TaggedValues}</td><td>Java values that need no Python object yet</td></tr>
 * <tr><td>{@link dev.sanca.internal.convert.JavaMembers}</td><td>the methods of Java objects, by name</td></tr>
 * <tr><td>{@link dev.sanca.internal.convert.InterfaceView}</td><td>Java interfaces that Python objects implement</td></tr>
 * </table>
 *
 * <p>Uses the rooms {@code engine}, {@code ffi}, {@code reference}, {@code thread} and {@code word}.
 */
@NullMarked
package dev.sanca.internal.convert;

import org.jspecify.annotations.NullMarked;
