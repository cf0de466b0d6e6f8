package dev.sanca.spi;

import dev.sanca.Python;
import dev.sanca.internal.runtime.Runtimes;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An implementation of Python behind Sanca's API: CPython, GraalPy, or another one that a program provides.
 *
 * <p>A runtime implements about twenty operations on <em>references</em>: Java objects of its choice that stand for
 * Python objects, and that Sanca does not examine. The rest of the API, from operators to conversions, scopes and
 * reference counts, is derived from these operations. Sanca keeps a reference in a table and represents it by a tagged
 * word; {@link #close} tells the runtime that Sanca needs the reference no longer.
 *
 * <table>
 * <caption>The operations</caption>
 * <tr><th>subject</th><th>methods</th></tr>
 * <tr><td>threads</td><td>{@link #enter}, {@link #leave}</td></tr>
 * <tr><td>references</td><td>{@link #dup}, {@link #close}, {@link #is}, {@link #type}</td></tr>
 * <tr><td>values</td><td>{@link #fromJava}, {@link #asInteger}, {@link #asLong}, {@link #asDouble}, {@link #asString},
 *     {@link #asBytes}</td></tr>
 * <tr><td>objects</td><td>{@link #getAttr}, {@link #setAttr}, {@link #call}, {@link #getItem}, {@link #next}</td></tr>
 * <tr><td>code</td><td>{@link #importModule}, {@link #compile}, {@link #eval}</td></tr>
 * <tr><td>Java in Python</td><td>{@link #function}, {@link #lendBuffer}, {@link #javaObject},
 *     {@link #javaObjectOrNull}</td></tr>
 * <tr><td>errors</td><td>{@link Raised}</td></tr>
 * </table>
 *
 * <p><b>Ownership:</b> a method borrows the references that it is passed, and returns a new one, which the caller
 * closes. For {@link Function} and {@link Members}, which the runtime calls, the roles are exchanged: they borrow what
 * they are passed, and the runtime owns what they return. A {@link Raised} transfers ownership of its exception to
 * whoever catches it.
 *
 * <p><b>Thread:</b> Sanca calls {@link #name}, {@link #version}, {@link #enter} and {@link #close} on any thread, and
 * the other methods on threads that have entered; on several threads at once, unless {@link #enter} admits one thread
 * at a time.
 *
 * <p><b>Errors:</b> every operation throws a Python exception as {@link Raised}. Any other exception reaches the user
 * unchanged.
 *
 * <p><b>Service:</b> {@link java.util.ServiceLoader} finds runtimes. An instance is created once, when {@link #named}
 * first requests it.
 */
public interface PythonRuntime {

    /**
     * Returns the runtime with a name.
     *
     * <p><b>Thread:</b> any.
     *
     * @param name {@code "cpython"}, or the name of a runtime on the class or module path
     * @return the runtime; the same object for each call
     * @throws IllegalArgumentException if there is no such runtime; the message lists those that exist
     */
    static PythonRuntime named(String name) {
        return Runtimes.named(name);
    }

    /**
     * Attaches this platform thread to this runtime, which need not be the default one. A thread may be attached to
     * several runtimes.
     *
     * @return the token, which the caller closes; tokens must be closed in reverse order of attaching
     * @throws IllegalStateException if this is a virtual thread that is not attached, or the runtime has ended
     */
    default Python attach() {
        return Python.attach(this);
    }

    /**
     * Returns the name of this runtime. Any thread.
     *
     * @return the name by which {@link #named} finds it, such as {@code "graalpy"}
     */
    String name();

    /**
     * Returns the version of the Python language. Any thread. May start the runtime.
     *
     * @return three numbers separated by dots, such as {@code "3.12.8"}
     */
    String version();

    /**
     * Makes this thread able to run Python: starts the runtime if needed, and acquires its lock if it has one. Any
     * thread.
     *
     * @throws IllegalStateException if the runtime cannot be started or has ended
     */
    void enter();

    /**
     * Undoes {@link #enter}. Sanca also calls this inside a {@link Function}, on a thread of Python that may never have
     * entered. Then it releases the lock until the next {@link #enter} of this thread.
     */
    void leave();

    /**
     * Returns a second reference to an object. A runtime that does not count references returns the same one.
     *
     * @param reference a borrowed reference
     * @return a new reference
     */
    default Object dup(Object reference) {
        return reference;
    }

    /**
     * Releases a reference, which is not used afterwards. Any thread, entered or not.
     *
     * @param reference the reference; ownership passes to the runtime
     */
    default void close(Object reference) {}

    /**
     * Returns the value of {@code a is b}.
     *
     * @param a a borrowed reference
     * @param b a borrowed reference
     * @return whether both refer to the same object
     */
    boolean is(Object a, Object b);

    /**
     * Returns the value of {@code type(object)}.
     *
     * @param object a borrowed reference
     * @return a new reference
     */
    Object type(Object object);

    /**
     * Creates a Python object: {@code None} for null, or a {@code bool}, {@code int}, {@code float}, {@code str} or
     * {@code bytes}. A lone surrogate of a string remains one in Python.
     *
     * @param value null, a {@code Boolean}, {@code Long}, {@code BigInteger}, {@code Double}, {@code String} or
     *     {@code byte[]}; Sanca passes no value of another class
     * @return a new reference
     */
    Object fromJava(@Nullable Object value);

    /**
     * Returns the value of an {@code int}.
     *
     * @param integer a borrowed reference to an {@code int} or an instance of a subclass
     * @return the value
     */
    BigInteger asInteger(Object integer);

    /**
     * Returns the value of an {@code int} that fits a {@code long}.
     *
     * @param integer a borrowed reference to an {@code int} or an instance of a subclass
     * @param orElse the result if the value does not fit
     * @return the value, or {@code orElse}
     */
    long asLong(Object integer, long orElse);

    /**
     * Returns the value of a {@code float}.
     *
     * @param floating a borrowed reference to a {@code float} or an instance of a subclass
     * @return the value
     */
    double asDouble(Object floating);

    /**
     * Returns the text of a {@code str}.
     *
     * @param string a borrowed reference to a {@code str} or an instance of a subclass
     * @return the text
     */
    String asString(Object string);

    /**
     * Returns a copy of a {@code bytes}.
     *
     * @param bytes a borrowed reference to a {@code bytes} or an instance of a subclass
     * @return a new array
     * @throws IllegalArgumentException if a Java array cannot have as many bytes
     */
    byte[] asBytes(Object bytes);

    /**
     * Returns the value of {@code object.name}.
     *
     * @param object a borrowed reference
     * @param name the name of the attribute
     * @return a new reference
     */
    Object getAttr(Object object, String name);

    /**
     * Executes {@code object.name = value}, or {@code del object.name} if the value is null.
     *
     * @param object a borrowed reference
     * @param name the name of the attribute
     * @param value a borrowed reference, or null
     */
    void setAttr(Object object, String name, @Nullable Object value);

    /**
     * Returns the value of {@code callable(*arguments, **keywords)}.
     *
     * @param callable a borrowed reference
     * @param arguments borrowed references, the positional arguments
     * @param keywords borrowed references by name, in the order of the call
     * @return a new reference
     */
    Object call(Object callable, Object[] arguments, Map<String, Object> keywords);

    /**
     * Returns the value of {@code object[key]}.
     *
     * @param object a borrowed reference
     * @param key a borrowed reference
     * @return a new reference
     */
    Object getItem(Object object, Object key);

    /**
     * Returns the value of {@code next(iterator)}.
     *
     * @param iterator a borrowed reference
     * @return a new reference, or null at the end
     */
    @Nullable
    Object next(Object iterator);

    /**
     * Returns the value of {@code importlib.import_module(name)}.
     *
     * @param name the qualified name of the module
     * @return a new reference
     */
    Object importModule(String name);

    /**
     * Returns the value of {@code compile(source, fileName, mode)}.
     *
     * @param source the source code
     * @param fileName the name of the file in tracebacks
     * @param mode {@code exec}, {@code eval} or {@code single}
     * @return a new reference to a code object
     */
    Object compile(String source, String fileName, String mode);

    /**
     * Evaluates compiled code.
     *
     * @param code a borrowed reference to a code object
     * @param globals a borrowed reference to a dict; null for the globals of {@code __main__}
     * @param locals a borrowed reference to any mapping; null for {@code globals}
     * @return a new reference
     */
    Object eval(Object code, @Nullable Object globals, @Nullable Object locals);

    /**
     * Creates a Python callable that runs a body. The callable raises in Python what the body throws as {@link Raised}.
     * The body throws nothing else, except a {@link StackOverflowError} if the stack has no room to create a
     * {@link Raised}. The runtime must not keep the body alive longer than Python keeps the callable.
     *
     * @param name the {@code __name__} of the callable
     * @param body the body
     * @return a new reference
     */
    Object function(String name, Function body);

    /**
     * Creates a {@code memoryview} in format {@code B} of the memory between position and limit of a buffer, read-only
     * if the buffer is. It shares the memory if the runtime can, and copies it otherwise.
     *
     * @param memory the buffer, direct or not; Python keeps it alive as long as it uses the memory
     * @return a new reference
     */
    Object lendBuffer(java.nio.ByteBuffer memory);

    /**
     * Creates a Python object that stands for a Java object, and that keeps the Java object alive as long as Python
     * keeps the Python object. {@code str()} calls {@code toString}, {@code ==} calls {@code equals}, {@code hash()}
     * calls {@code hashCode}, and attributes are those of {@link Members}.
     *
     * @param object the Java object
     * @param members the attributes
     * @return a new reference
     */
    Object javaObject(Object object, Members members);

    /**
     * Returns the Java object of a Python object that {@link #javaObject} created.
     *
     * @param reference a borrowed reference
     * @return the Java object, or null for any other Python object
     */
    @Nullable
    Object javaObjectOrNull(Object reference);

    /** The body of a {@link #function}. */
    @FunctionalInterface
    interface Function {
        /**
         * Runs the body. The runtime calls this on a thread that runs Python code.
         *
         * @param arguments borrowed references, the positional arguments
         * @param keywords borrowed references by name, in the order of the call
         * @return a new reference, which the runtime owns
         * @throws Raised to raise a Python exception
         */
        Object call(Object[] arguments, Map<String, Object> keywords);
    }

    /** The attributes of a {@link #javaObject}. */
    interface Members {
        /**
         * Returns an attribute, usually a {@link #function}.
         *
         * @param name the name of the attribute
         * @return a new reference, which the runtime owns; null if there is no such attribute
         * @throws Raised to raise another {@code AttributeError} than the runtime's
         */
        @Nullable
        Object get(String name);

        /**
         * Returns the names of all attributes, for {@code dir()}.
         *
         * @return the names, in no particular order
         */
        java.util.Collection<String> names();
    }

    /** A Python exception that passes through Java. */
    final class Raised extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Object exception;

        /**
         * Creates an exception that carries a Python exception object.
         *
         * @param exception a reference to the exception object; ownership passes to whoever catches this
         */
        public Raised(Object exception) {
            super(null, null, false, false);
            this.exception = exception;
        }

        /**
         * Returns the reference to the exception object.
         *
         * @return the reference, which the catcher of this owns
         */
        public Object exception() {
            return exception;
        }
    }
}
