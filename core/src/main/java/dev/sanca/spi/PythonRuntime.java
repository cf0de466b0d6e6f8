package dev.sanca.spi;

import dev.sanca.Python;
import dev.sanca.internal.runtime.Runtimes;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An implementation of Python behind Sanca's API: CPython, GraalPy, or one that you bring.
 *
 * <p>A runtime does about twenty things, on objects of its own that Sanca never looks into: its <em>references</em>. All
 * else of the API, from operators to conversions, scopes and counts, is made of these. Sanca keeps a reference in a table
 * and gives its users a tagged word for it; how long the reference is needed is Sanca's affair, and told by {@link #close}.
 *
 * <table>
 * <caption>What a runtime does</caption>
 * <tr><td>threads</td><td>{@link #enter}, {@link #leave}</td></tr>
 * <tr><td>references</td><td>{@link #dup}, {@link #close}, {@link #is}, {@link #type}</td></tr>
 * <tr><td>values</td><td>{@link #fromJava}, {@link #asInteger}, {@link #asDouble}, {@link #asString}, {@link #asBytes}</td></tr>
 * <tr><td>objects</td><td>{@link #getAttr}, {@link #setAttr}, {@link #call}, {@link #getItem}, {@link #next}</td></tr>
 * <tr><td>code</td><td>{@link #importModule}, {@link #compile}, {@link #eval}</td></tr>
 * <tr><td>Java</td><td>{@link #function}, {@link #lendBuffer}, {@link #javaObject}</td></tr>
 * <tr><td>errors</td><td>{@link Raised} is fetched and raised</td></tr>
 * </table>
 *
 * <p><b>Ownership:</b> references that a method is given are borrowed for the call; the one that it returns is the caller's,
 * who closes it. The other way round in {@link Function} and {@link Members}, which the runtime calls: what they are given
 * is borrowed, what they return, and the exception of a {@link Raised} that leaves them, is the runtime's. The exception of
 * a {@link Raised} that leaves the runtime is its catcher's.
 *
 * <p><b>Thread:</b> every method but {@link #name}, {@link #version}, {@link #enter} and {@link #close} is called by a
 * thread that has entered, many threads at once unless {@link #enter} lets in one at a time.
 *
 * <p><b>Errors:</b> a Python exception is thrown as {@link Raised}. Anything else that is thrown reaches the user unchanged.
 *
 * <p><b>Service:</b> found by {@link java.util.ServiceLoader}; made once, when first asked for by {@link #named}.
 */
public interface PythonRuntime {

    /**
     * The runtime of a name: {@code "cpython"}, or that of an implementation on the class or module path.
     *
     * @throws IllegalArgumentException if there is none; the message lists those that there are
     */
    static PythonRuntime named(String name) {
        return Runtimes.named(name);
    }

    /**
     * Attaches this platform thread to this runtime, which need not be the default one. A thread may be attached to several.
     *
     * @return the token, to be closed in reverse order of attaching
     */
    default Python attach() {
        return Python.attach(this);
    }

    /** The name by which {@link #named} finds it, such as {@code "graalpy"}. Any thread. */
    String name();

    /** The version of the language, such as {@code "3.12.8"}. Any thread. */
    String version();

    /** Makes this thread able to run Python: starts the runtime if need be, takes its lock if it has one. */
    void enter();

    /**
     * Undoes {@link #enter}. Also in the middle of a {@link Function}, on a thread that Python has called and which may never
     * have entered by itself: it gives up the lock then, until the next {@link #enter} of this thread.
     */
    void leave();

    /** A second reference to the same object, for a runtime that counts; the same one for a runtime that does not. */
    default Object dup(Object reference) {
        return reference;
    }

    /** The reference will not be used again. Any thread, entered or not. */
    default void close(Object reference) {}

    /** {@code a is b}. */
    boolean is(Object a, Object b);

    /** {@code type(object)}. */
    Object type(Object object);

    /**
     * {@code None} for null, and an {@code int}, {@code float}, {@code str}, {@code bytes} or {@code bool} for a
     * {@code Long} or {@code BigInteger}, {@code Double}, {@code String}, {@code byte[]} or {@code Boolean}; no other class
     * is asked for. A lone surrogate of a string is one in Python.
     */
    Object fromJava(@Nullable Object value);

    /** The value of an {@code int} or of an instance of a subclass. */
    BigInteger asInteger(Object integer);

    /** As {@link #asInteger}, for one that fits a {@code long}; {@code orElse} for any other. */
    long asLong(Object integer, long orElse);

    /** The value of a {@code float} or of an instance of a subclass. */
    double asDouble(Object floating);

    /** The text of a {@code str} or of an instance of a subclass. */
    String asString(Object string);

    /** A copy of a {@code bytes} or of an instance of a subclass. */
    byte[] asBytes(Object bytes);

    /** {@code object.name}. */
    Object getAttr(Object object, String name);

    /** {@code object.name = value}; {@code del object.name} for null. */
    void setAttr(Object object, String name, @Nullable Object value);

    /** {@code callable(*arguments, **keywords)}. */
    Object call(Object callable, Object[] arguments, Map<String, Object> keywords);

    /** {@code object[key]}. */
    Object getItem(Object object, Object key);

    /** {@code next(iterator)}; null at the end. */
    @Nullable
    Object next(Object iterator);

    /** {@code importlib.import_module(name)}. */
    Object importModule(String name);

    /**
     * {@code compile(source, fileName, mode)}.
     *
     * @param mode {@code exec}, {@code eval} or {@code single}
     */
    Object compile(String source, String fileName, String mode);

    /**
     * Evaluates compiled code.
     *
     * @param globals a dict; null for that of {@code __main__}
     * @param locals any mapping; null for {@code globals}
     */
    Object eval(Object code, @Nullable Object globals, @Nullable Object locals);

    /**
     * A callable that runs a body: what the body throws as {@link Raised} is raised in Python; nothing else is thrown, but a
     * {@link StackOverflowError} where there is no stack left to make a {@link Raised} of. The body must be held no longer
     * than Python holds the callable.
     *
     * @param name its {@code __name__}
     */
    Object function(String name, Function body);

    /**
     * A {@code memoryview} in format {@code B} of Java's memory between position and limit, read-only if the buffer is; it
     * shares the memory where the runtime can, and copies otherwise.
     *
     * @param memory a {@code java.nio.ByteBuffer}, direct or not, which Python holds as long as it looks at it
     */
    Object lendBuffer(java.nio.ByteBuffer memory);

    /**
     * A Python object that stands for a Java object and holds it as long as Python holds the Python object: {@code str()} by
     * {@code toString}, {@code ==} by {@code equals}, {@code hash()} by {@code hashCode}, attributes by {@link Members}.
     */
    Object javaObject(Object object, Members members);

    /** What {@link #javaObject} was made of; null for any other object. */
    @Nullable
    Object javaObjectOrNull(Object reference);

    /** The body of a {@link #function}. */
    @FunctionalInterface
    interface Function {
        /** Called by Python on a thread that runs Python code. */
        Object call(Object[] arguments, Map<String, Object> keywords);
    }

    /** The attributes of a {@link #javaObject}. */
    interface Members {
        /**
         * The attribute, usually a {@link #function}, which is the runtime's to close; null if there is none.
         *
         * @throws Raised to say in other words than the runtime's why there is none
         */
        @Nullable
        Object get(String name);

        /** All names, for {@code dir()}. */
        java.util.Collection<String> names();
    }

    /** A Python exception on its way through Java. */
    final class Raised extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Object exception;

        /** Carries a reference to an exception object. */
        public Raised(Object exception) {
            super(null, null, false, false);
            this.exception = exception;
        }

        /** The reference to the exception object. */
        public Object exception() {
            return exception;
        }
    }
}
