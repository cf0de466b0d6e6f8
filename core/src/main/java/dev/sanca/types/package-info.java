/**
 * Bound references: one class for each Python type that Java code meets often, beginning with
 * {@link dev.sanca.types.PyAny}.
 *
 * <p>This page is for programmers who work with Python objects in Java:
 *
 * {@snippet :
 * try (Python py = Python.attach()) {
 *     PyList names = py.list("Ada", "Grace");
 *     names.append("Alan");
 *     for (PyAny name : names) {
 *         System.out.println(name.callMethod("upper").asString());
 *     }
 * }
 * }
 *
 * <p>Every class has the methods of {@code PyAny}: attributes, calls, items, operators, comparison, conversion. A
 * subclass stands for an object that is known to be an instance of its Python type, or of a subclass of that, and adds
 * what Java code needs often. All other methods of the Python type are there by
 * {@link dev.sanca.types.PyAny#callMethod(String, Object...)}, all its attributes by
 * {@link dev.sanca.types.PyAny#getAttr}. {@link dev.sanca.types.PyAny#cast} leads from one class to another.
 *
 * <table>
 * <caption>The classes by subject</caption>
 * <tr><th scope="col">subject</th><th scope="col">classes</th></tr>
 * <tr><td>any object</td><td>{@link dev.sanca.types.PyAny}</td></tr>
 * <tr><td>numbers</td><td>{@link dev.sanca.types.PyInt}, {@link dev.sanca.types.PyBool}, {@link dev.sanca.types.PyFloat},
 *     {@link dev.sanca.types.PyComplex}</td></tr>
 * <tr><td>text and bytes</td><td>{@link dev.sanca.types.PyString}, {@link dev.sanca.types.PyBytes},
 *     {@link dev.sanca.types.PyByteArray}, {@link dev.sanca.types.PyMemoryView}; {@link dev.sanca.types.PyBuffer} for
 *     anything with a buffer, such as NumPy's arrays</td></tr>
 * <tr><td>containers</td><td>{@link dev.sanca.types.PyList}, {@link dev.sanca.types.PyTuple}, {@link dev.sanca.types.PyDict},
 *     {@link dev.sanca.types.PySet}, {@link dev.sanca.types.PyFrozenSet}, {@link dev.sanca.types.PyRange},
 *     {@link dev.sanca.types.PyMappingProxy}; {@link dev.sanca.types.PySlice} as a key; {@link dev.sanca.types.PySequence} and
 *     {@link dev.sanca.types.PyMapping} for anything that behaves so</td></tr>
 * <tr><td>iteration</td><td>{@link dev.sanca.types.PyIterator}</td></tr>
 * <tr><td>callables</td><td>{@link dev.sanca.types.PyCallable} for anything that can be called;
 *     {@link dev.sanca.types.PyFunction}, {@link dev.sanca.types.PyCFunction}, {@link dev.sanca.types.PyCode}</td></tr>
 * <tr><td>types and modules</td><td>{@link dev.sanca.types.PyType}, {@link dev.sanca.types.PySuper},
 *     {@link dev.sanca.types.PyGenericAlias}, {@link dev.sanca.types.PyModule}</td></tr>
 * <tr><td>time</td><td>{@link dev.sanca.types.PyDate}, {@link dev.sanca.types.PyTime}, {@link dev.sanca.types.PyDateTime},
 *     {@link dev.sanca.types.PyDelta}, {@link dev.sanca.types.PyTzInfo}</td></tr>
 * <tr><td>errors and frames</td><td>{@link dev.sanca.types.PyBaseException}, {@link dev.sanca.types.PyTraceback},
 *     {@link dev.sanca.types.PyFrame}</td></tr>
 * <tr><td>constants</td><td>{@link dev.sanca.types.PyNone}, {@link dev.sanca.types.PyEllipsis},
 *     {@link dev.sanca.types.PyNotImplemented}</td></tr>
 * <tr><td>others</td><td>{@link dev.sanca.types.PyWeakref}, {@link dev.sanca.types.PyCapsule}</td></tr>
 * </table>
 *
 * <table>
 * <caption>Ways to the same object, and who owns what</caption>
 * <tr><th scope="col">call</th><th scope="col">result</th><th scope="col">this reference</th></tr>
 * <tr><td>{@link dev.sanca.types.PyAny#cast cast}, {@link dev.sanca.types.PyAny#castExact castExact},
 *     {@link dev.sanca.types.PyAny#tryCast tryCast}</td><td>a new bound reference in the innermost scope</td><td>stays
 *     open</td></tr>
 * <tr><td>{@link dev.sanca.Scope#keep scope.keep}</td><td>the same reference, in the enclosing scope</td><td>stays open, for
 *     longer</td></tr>
 * <tr><td>{@link dev.sanca.Py#of Py.of}</td><td>a detached reference with a count of its own</td><td>stays open</td></tr>
 * <tr><td>{@link dev.sanca.Py#move Py.move}</td><td>a detached reference with the count of this one</td><td>is closed</td></tr>
 * <tr><td>{@link dev.sanca.types.PyAny#as(Class) as}</td><td>a Java value, as a rule a copy</td><td>stays open</td></tr>
 * <tr><td>{@link dev.sanca.types.PyList#asList asList}, {@link dev.sanca.types.PyDict#asMap asMap}</td><td>a Java view that
 *     reads and writes through</td><td>must stay open as long as the view is used</td></tr>
 * <tr><td>as an argument of a method</td><td>none: it is borrowed for the call</td><td>stays open</td></tr>
 * <tr><td>{@link dev.sanca.types.PyAny#close close}</td><td>none</td><td>is closed, its count released</td></tr>
 * </table>
 *
 * <p>What a method may be given, which thread may call it, what it throws and what it costs is told once for all classes, by
 * {@link dev.sanca.types.PyAny}.
 */
@NullMarked
package dev.sanca.types;

import org.jspecify.annotations.NullMarked;
