package dev.sanca.types;

import dev.sanca.convert.TypeRef;
import dev.sanca.internal.convert.FromPython;
import dev.sanca.internal.engine.BinaryOperator;
import dev.sanca.internal.engine.Comparison;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.engine.TaggedOperations;
import dev.sanca.internal.engine.UnaryOperator;
import dev.sanca.internal.reference.Chunk;
import dev.sanca.internal.reference.IteratorLookahead;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.ReferenceDoor;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.Word;
import java.lang.ref.Reference;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bound reference to any Python object: PyO3's {@code Bound<'py, PyAny>}.
 *
 * {@snippet :
 * PyAny words = py.of(List.of("an", "example"));
 * PyAny longest = py.eval("max").call(words, Kwargs.of("key", py.eval("len")));
 * String text = longest.asString();
 * }
 *
 * <p>A <em>bound reference</em> owns one reference count of a Python object and belongs to a
 * {@linkplain dev.sanca.Scope scope}. Two references may refer to the same object; {@link #is} tells. The class of a
 * reference says what is known of the object, and which methods there are beyond those of every object: {@link #cast}
 * asks Python for more, {@link #as(Class)} converts the object to a Java value. The rules below hold for all classes of
 * this package; a method says only what differs.
 *
 * <h2>Arguments</h2>
 *
 * <p>A parameter of type {@code Object} takes any Java value:
 *
 * <ul>
 *   <li>a bound reference is <em>borrowed</em> for the call: it stays open, and stays the caller's;
 *   <li>a {@link dev.sanca.Py} stands for its object, and stays open;
 *   <li>{@code null} is {@code None};
 *   <li>any other value is converted by the rules of package {@code dev.sanca.convert} to an object that is released after
 *       the call, unless Python keeps it.
 * </ul>
 *
 * <h2>Results</h2>
 *
 * <p>A method that returns a reference returns a new one, with a count of its own. It belongs to the innermost scope
 * that is open on the thread, which need not be the scope of this reference. Its class is {@code PyAny} unless Python
 * guarantees another.
 *
 * <h2>Ownership</h2>
 *
 * <p>The count is released by whichever comes first:
 *
 * <ol>
 *   <li>{@link #close}, at once;
 *   <li>the garbage collector's help, some time after the reference became unreachable, in batches;
 *   <li>the end of its scope.
 * </ol>
 *
 * <p>No reference has to be closed. {@link dev.sanca.Scope#keep} moves a reference to the enclosing scope;
 * {@link dev.sanca.Py} keeps an object for longer, or for other threads.
 *
 * <h2>Thread</h2>
 *
 * <p>A reference is used on the thread that made it, while that thread is attached. Only {@link #isAlive} and
 * {@link #toString} may be called on any thread at any time.
 *
 * <h2>Errors</h2>
 *
 * <p>Every other method may throw these; its own {@code @throws} say what is particular to it:
 *
 * <ul>
 *   <li>{@link IllegalStateException} if this reference, or a reference among the arguments, is closed, its scope is closed, or
 *       the thread is detached ({@code py.detach}, or the last token was closed);
 *   <li>{@link WrongThreadException} if one of them belongs to another thread;
 *   <li>{@link IllegalArgumentException} if an argument is a reference of another {@linkplain dev.sanca.spi.PythonRuntime
 *       runtime}, or a {@link dev.sanca.Kwargs} that is not the last argument of a call;
 *   <li>{@link dev.sanca.PythonException} for what Python code raises, and with {@code TypeError}, {@code ValueError} or
 *       {@code OverflowError} for a Java value that has no Python form;
 *   <li>the very Java exception that Java code threw, if it was called by the Python code that this method ran;
 *   <li>{@link StackOverflowError} if too little stack is left to call Python;
 *   <li>{@link NullPointerException} for {@code null} where a parameter does not permit it.
 * </ul>
 *
 * <p>An error never leaves a count behind, and misuse never harms Python or the JVM.
 *
 * <h2>Cost</h2>
 *
 * <p>A method makes one native call, and one or more for each argument that has to be converted, unless it says
 * otherwise. {@code +}, {@code -}, {@code *} and comparisons of two ints of at most 60 bits that Java made, and
 * {@link #isTruthy}, {@link #str} and {@link #hash} of one, make none.
 *
 * @see <a href="https://docs.python.org/3/c-api/object.html">Object Protocol, in the Python/C API manual</a>
 * @see <a href="https://docs.python.org/3/c-api/number.html">Number Protocol, in the Python/C API manual</a>
 * @implNote This file is long because the object protocol is: one short method for each operation of Python.
 */
public class PyAny implements Iterable<PyAny>, AutoCloseable {
    static {
        ReferenceDoor.open(new Door());
    }

    static final Kind<PyAny> KIND = Kind.register(PyAny.class, "object", PyAny::new, w -> true, w -> true);

    /** The chunk that has this reference's slot; {@link Refs} says what a closed one points to. */
    Chunk chunk;

    int slot;

    /**
     * A reference to a word that {@link Kind#make} has put into a slot.
     *
     * @apiNote The word is put there before the reference is allocated. In the other order the collector could run in between,
     *     and the compiler would have to tell it of the field that is set. The values of the fields are known by then as well:
     *     the compiler clears an object whose fields it has to compute first.
     */
    PyAny(Chunk chunk, int slot) {
        this.chunk = chunk;
        this.slot = slot;
    }

    /** What {@link dev.sanca.internal.reference} may do with a reference. */
    private static final class Door extends ReferenceDoor {
        @Override
        protected Chunk chunk(PyAny reference) {
            return reference.chunk;
        }

        @Override
        protected int slot(PyAny reference) {
            return reference.slot;
        }

        @Override
        protected void set(PyAny reference, Chunk chunk, int slot) {
            reference.chunk = chunk;
            reference.slot = slot;
        }

        @Override
        protected @Nullable IteratorLookahead lookahead(PyAny reference) {
            return reference.lookahead();
        }
    }

    /** What is held of elements that were fetched in advance; of iterators only. */
    @Nullable
    IteratorLookahead lookahead() {
        return null;
    }

    /** Checked: the word of this reference, as the receiver of an operation; borrowed while it is reachable. */
    final long word() {
        return Refs.receiver(this);
    }

    /** The state of this reference's thread. */
    final ThreadState state() {
        return ThreadState.of(this);
    }

    private Operations operations() {
        return Operations.of(state());
    }

    // ---- attributes ----

    /**
     * Returns the attribute {@code this.name}.
     *
     * @param name the attribute's name; of any length, it need not be an identifier
     * @return the attribute's value, a new reference
     * @throws dev.sanca.PythonException {@code AttributeError} if there is no such attribute; whatever a property
     *     raises
     * @see #hasAttr
     */
    public final PyAny getAttr(String name) {
        ThreadState state = state();
        long result = Operations.of(state).getAttr(state, word(), name);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /**
     * Sets an attribute: {@code this.name = value}.
     *
     * @param name the attribute's name
     * @param value the new value: a borrowed reference, or a Java value that is converted; null is {@code None}
     * @throws dev.sanca.PythonException {@code AttributeError} if the object does not take the attribute;
     *     {@code TypeError} if it is a built-in class
     */
    public final void setAttr(String name, @Nullable Object value) {
        long word = word();
        ThreadState state = state();
        long v = Operand.word(state, value);
        try {
            Operations.of(state).setAttr(state, word, name, v);
        } finally {
            Operand.release(value, v);
        }
        Reference.reachabilityFence(this);
    }

    /**
     * Deletes an attribute: {@code del this.name}.
     *
     * @param name the attribute's name
     * @throws dev.sanca.PythonException {@code AttributeError} if there is no such attribute, or it cannot be deleted
     */
    public final void delAttr(String name) {
        operations().delAttr(state(), word(), name);
        Reference.reachabilityFence(this);
    }

    /**
     * Returns whether the object has an attribute, as {@code hasattr(this, name)} does: by reading it, so that a
     * property is computed.
     *
     * @param name the attribute's name
     * @return true if it can be read; false if reading it raises {@code AttributeError}
     * @throws dev.sanca.PythonException any other exception that reading the attribute raises
     */
    public final boolean hasAttr(String name) {
        boolean has = operations().hasAttr(state(), word(), name);
        Reference.reachabilityFence(this);
        return has;
    }

    /**
     * Returns the names of the object's attributes: {@code dir(this)}.
     *
     * @return a new list, sorted, which belongs to the caller
     * @throws dev.sanca.PythonException whatever {@code __dir__} raises
     */
    public final PyList dir() {
        ThreadState state = state();
        long result = Operations.of(state).dir(state, word());
        Reference.reachabilityFence(this);
        return PyList.KIND.make(state, result);
    }

    // ---- calls ----

    /**
     * Calls the object: {@code this(*arguments)}.
     *
     * {@snippet :
     * sorted.call(names, Kwargs.of("reverse", true)); // sorted(names, reverse=True)
     * }
     *
     * <p>Each argument is read once, before the call: what other code does to the array afterwards changes nothing.
     *
     * @param arguments the positional arguments, each a borrowed reference, or a Java value that is converted; the last
     *     one may be a {@link dev.sanca.Kwargs}, which holds the keyword arguments. A null array is the one argument
     *     {@code None}
     * @return the result, a new reference
     * @throws IllegalArgumentException if a {@link dev.sanca.Kwargs} is not the last argument
     * @throws dev.sanca.PythonException whatever the call raises; {@code TypeError} if the object is not callable, or
     *     does not take these arguments
     */
    public final PyAny call(@Nullable Object... arguments) {
        ThreadState state = state();
        long result = Operations.of(state).call(state, word(), arguments);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /**
     * Calls the object without arguments: {@code this()}.
     *
     * @return the result, a new reference
     * @throws dev.sanca.PythonException whatever the call raises; {@code TypeError} if the object is not callable, or
     *     does not take these arguments
     */
    public final PyAny call() {
        ThreadState state = state();
        long result = Operations.of(state).call(state, word());
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /**
     * Calls the object with one argument: {@code this(a)}.
     *
     * @param a a borrowed reference, or a Java value that is converted; or a {@link dev.sanca.Kwargs}
     * @return the result, a new reference
     * @throws dev.sanca.PythonException whatever the call raises; {@code TypeError} if the object is not callable, or
     *     does not take these arguments
     */
    public final PyAny call(@Nullable Object a) {
        ThreadState state = state();
        long result = Operations.of(state).call(state, word(), a);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /**
     * Calls the object with two arguments: {@code this(a, b)}.
     *
     * @param a a borrowed reference, or a Java value that is converted
     * @param b likewise; or a {@link dev.sanca.Kwargs}
     * @return the result, a new reference
     * @throws IllegalArgumentException if a {@link dev.sanca.Kwargs} is not the last argument
     * @throws dev.sanca.PythonException whatever the call raises; {@code TypeError} if the object is not callable, or
     *     does not take these arguments
     */
    public final PyAny call(@Nullable Object a, @Nullable Object b) {
        ThreadState state = state();
        long result = Operations.of(state).call(state, word(), a, b);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /**
     * Calls the object with three arguments: {@code this(a, b, c)}.
     *
     * @param a a borrowed reference, or a Java value that is converted
     * @param b likewise
     * @param c likewise; or a {@link dev.sanca.Kwargs}
     * @return the result, a new reference
     * @throws IllegalArgumentException if a {@link dev.sanca.Kwargs} is not the last argument
     * @throws dev.sanca.PythonException whatever the call raises; {@code TypeError} if the object is not callable, or
     *     does not take these arguments
     */
    public final PyAny call(@Nullable Object a, @Nullable Object b, @Nullable Object c) {
        ThreadState state = state();
        long result = Operations.of(state).call(state, word(), a, b, c);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /**
     * Calls a method: {@code this.name(*arguments)}.
     *
     * <p><b>Cost:</b> one native call, less than {@link #getAttr} and {@link #call(Object...)} one after the other.
     *
     * @param name the method's name
     * @param arguments as those of {@link #call(Object...)}
     * @return the result, a new reference
     * @throws IllegalArgumentException if a {@link dev.sanca.Kwargs} is not the last argument
     * @throws dev.sanca.PythonException whatever the method raises; {@code AttributeError} if there is none of that
     *     name; {@code TypeError} if it does not take these arguments
     */
    public final PyAny callMethod(String name, @Nullable Object... arguments) {
        ThreadState state = state();
        long result = Operations.of(state).callMethod(state, word(), name, arguments);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /**
     * Calls a method without arguments: {@code this.name()}.
     *
     * @param name the method's name
     * @return the result, a new reference
     * @throws dev.sanca.PythonException whatever the method raises; {@code AttributeError} if there is none of that
     *     name; {@code TypeError} if it does not take these arguments
     */
    public final PyAny callMethod(String name) {
        ThreadState state = state();
        long result = Operations.of(state).callMethod(state, word(), name);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /**
     * Calls a method with one argument: {@code this.name(a)}.
     *
     * @param name the method's name
     * @param a a borrowed reference, or a Java value that is converted; or a {@link dev.sanca.Kwargs}
     * @return the result, a new reference
     * @throws dev.sanca.PythonException whatever the method raises; {@code AttributeError} if there is none of that
     *     name; {@code TypeError} if it does not take these arguments
     */
    public final PyAny callMethod(String name, @Nullable Object a) {
        ThreadState state = state();
        long result = Operations.of(state).callMethod(state, word(), name, a);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /**
     * Calls a method with two arguments: {@code this.name(a, b)}.
     *
     * @param name the method's name
     * @param a a borrowed reference, or a Java value that is converted
     * @param b likewise; or a {@link dev.sanca.Kwargs}
     * @return the result, a new reference
     * @throws IllegalArgumentException if a {@link dev.sanca.Kwargs} is not the last argument
     * @throws dev.sanca.PythonException whatever the method raises; {@code AttributeError} if there is none of that
     *     name; {@code TypeError} if it does not take these arguments
     */
    public final PyAny callMethod(String name, @Nullable Object a, @Nullable Object b) {
        ThreadState state = state();
        long result = Operations.of(state).callMethod(state, word(), name, a, b);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /**
     * Calls a method with three arguments: {@code this.name(a, b, c)}.
     *
     * @param name the method's name
     * @param a a borrowed reference, or a Java value that is converted
     * @param b likewise
     * @param c likewise; or a {@link dev.sanca.Kwargs}
     * @return the result, a new reference
     * @throws IllegalArgumentException if a {@link dev.sanca.Kwargs} is not the last argument
     * @throws dev.sanca.PythonException whatever the method raises; {@code AttributeError} if there is none of that
     *     name; {@code TypeError} if it does not take these arguments
     */
    public final PyAny callMethod(String name, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        ThreadState state = state();
        long result = Operations.of(state).callMethod(state, word(), name, a, b, c);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    // ---- items ----

    /**
     * Returns an item: {@code this[key]}. A negative index counts from the end of a sequence, as in Python.
     *
     * @param key the key, the index or the slice: a borrowed reference, or a Java value that is converted
     * @return the item, a new reference
     * @throws dev.sanca.PythonException {@code KeyError} or {@code IndexError} if there is no such item;
     *     {@code TypeError} if the object has no items, or none by such keys
     * @see PyList#get
     * @see PyDict#get
     */
    public final PyAny getItem(@Nullable Object key) {
        long word = word();
        ThreadState state = state();
        long k = Operand.word(state, key);
        try {
            return KIND.make(state, Operations.of(state).getItem(state, word, k));
        } finally {
            Operand.release(key, k);
            Reference.reachabilityFence(this);
        }
    }

    /** {@code this[index]} of an instance of a subclass of list or tuple, which may override that, or {@code __len__}. */
    final PyAny item(int index) {
        Objects.checkIndex(index, operations().length(state(), word()));
        return getItem(index);
    }

    /**
     * Sets an item: {@code this[key] = value}.
     *
     * @param key the key, the index or the slice: a borrowed reference, or a Java value that is converted
     * @param value the new value, likewise
     * @throws dev.sanca.PythonException {@code IndexError} if a sequence has no such index; {@code TypeError} if the
     *     object does not take items, or none by such keys
     */
    public final void setItem(@Nullable Object key, @Nullable Object value) {
        long word = word();
        ThreadState state = state();
        long k = Operand.word(state, key);
        try {
            long v = Operand.word(state, value);
            try {
                Operations.of(state).setItem(state, word, k, v);
            } finally {
                Operand.release(value, v);
            }
        } finally {
            Operand.release(key, k);
        }
        Reference.reachabilityFence(this);
    }

    /**
     * Deletes an item: {@code del this[key]}.
     *
     * @param key the key, the index or the slice: a borrowed reference, or a Java value that is converted
     * @throws dev.sanca.PythonException {@code KeyError} or {@code IndexError} if there is no such item;
     *     {@code TypeError} if items of the object cannot be deleted
     */
    public final void delItem(@Nullable Object key) {
        long word = word();
        ThreadState state = state();
        long k = Operand.word(state, key);
        try {
            Operations.of(state).delItem(state, word, k);
        } finally {
            Operand.release(key, k);
        }
        Reference.reachabilityFence(this);
    }

    /**
     * Returns whether the object contains a value: {@code value in this}. A dict is asked for a key. An iterator is
     * used up as far as the value.
     *
     * <p><b>Cost:</b> one hash look-up for a set or dict; O(n) comparisons for a sequence or an iterable.
     *
     * @param value the value that is looked for: a borrowed reference, or a Java value that is converted
     * @return whether it is there
     * @throws dev.sanca.PythonException {@code TypeError} if the object is no container, or the value cannot be hashed
     *     and has to be
     */
    public final boolean contains(@Nullable Object value) {
        long word = Refs.word(this); // an iterator is used up by it
        ThreadState state = state();
        long v = Operand.word(state, value);
        try {
            return Operations.of(state).contains(state, word, v);
        } finally {
            Operand.release(value, v);
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Returns {@code len(this)}.
     *
     * @return the number of elements; of a {@code str} the number of code points
     * @throws ArithmeticException if it does not fit an {@code int}; {@code callMethod("__len__").asLong()} returns it
     * @throws dev.sanca.PythonException {@code TypeError} if the object has no length; {@code OverflowError} if
     *     {@code __len__} returns more than 2<sup>63</sup>-1
     */
    public final int len() {
        long n = operations().length(state(), word());
        Reference.reachabilityFence(this);
        if (n != (int) n) {
            throw new ArithmeticException(
                    "len() is " + n + ", more than a Java int holds: ask for" + " callMethod(\"__len__\").asLong()");
        }
        return (int) n;
    }

    /**
     * Returns an iterator over the elements: {@code iter(this)}. So a reference may stand in a {@code for} statement.
     *
     * {@snippet :
     * for (PyAny line : py.eval("open('names.txt')")) {
     *     System.out.print(line.asString());
     * }
     * }
     *
     * <p><b>Cost:</b> one native call here, and one for each element. {@code as(List.class)} and
     * {@code as(long[].class)} read a whole container at lower cost.
     *
     * @return a new iterator; of an object that is an iterator, a new reference to the same one
     * @throws dev.sanca.PythonException {@code TypeError} if the object is not iterable
     */
    @Override
    public PyIterator iterator() {
        ThreadState state = state();
        long result = Operations.of(state).iterator(state, word());
        Reference.reachabilityFence(this);
        return PyIterator.KIND.make(state, result);
    }

    // ---- operators ----

    private PyAny binary(BinaryOperator operator, @Nullable Object other) {
        long tagged = Refs.taggedWord(this);
        if (Word.isTagged(tagged)) {
            long result = TaggedOperations.arithmetic(operator, tagged, immediate(other));
            if (result != 0) {
                return KIND.make(state(), result);
            }
        }
        long word = word();
        ThreadState state = state();
        long o = Operand.word(state, other);
        try {
            return KIND.make(state, Operations.of(state).binary(state, operator, word, o));
        } finally {
            Operand.release(other, o);
            Reference.reachabilityFence(this);
        }
    }

    /** The tagged word of an operand, or 0. */
    private static long immediate(@Nullable Object operand) {
        if (operand instanceof PyAny reference) {
            long word = Refs.taggedWord(reference);
            return Word.isTagged(word) ? word : 0;
        }
        return TaggedOperations.immediate(operand);
    }

    private PyAny unary(UnaryOperator operator) {
        ThreadState state = state();
        long result = Operations.of(state).unary(state, operator, word());
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /**
     * Returns {@code this + other}.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator
     */
    public final PyAny add(@Nullable Object other) {
        return binary(BinaryOperator.ADD, other);
    }

    /**
     * Returns {@code this - other}.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator
     */
    public final PyAny sub(@Nullable Object other) {
        return binary(BinaryOperator.SUBTRACT, other);
    }

    /**
     * Returns {@code this * other}.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator
     */
    public final PyAny mul(@Nullable Object other) {
        return binary(BinaryOperator.MULTIPLY, other);
    }

    /**
     * Returns {@code this @ other}.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator
     */
    public final PyAny matmul(@Nullable Object other) {
        return binary(BinaryOperator.MATRIX_MULTIPLY, other);
    }

    /**
     * Returns {@code this / other}, the true division, whose result is a float for two ints.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator;
     *     {@code ZeroDivisionError} if a number is divided by zero
     */
    public final PyAny div(@Nullable Object other) {
        return binary(BinaryOperator.TRUE_DIVIDE, other);
    }

    /**
     * Returns {@code this // other}, the division that rounds towards negative infinity.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator;
     *     {@code ZeroDivisionError} if a number is divided by zero
     */
    public final PyAny floorDiv(@Nullable Object other) {
        return binary(BinaryOperator.FLOOR_DIVIDE, other);
    }

    /**
     * Returns {@code this % other}, which has the sign of {@code other} for numbers; of a {@code str}, the formatted
     * text.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator;
     *     {@code ZeroDivisionError} if a number is divided by zero
     */
    public final PyAny rem(@Nullable Object other) {
        return binary(BinaryOperator.REMAINDER, other);
    }

    /**
     * Returns {@code divmod(this, other)}, a tuple of quotient and remainder.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator;
     *     {@code ZeroDivisionError} if a number is divided by zero
     */
    public final PyAny divmod(@Nullable Object other) {
        return binary(BinaryOperator.DIVMOD, other);
    }

    /**
     * Returns {@code this << other}.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator;
     *     {@code ValueError} if an int is shifted by a negative number
     */
    public final PyAny lshift(@Nullable Object other) {
        return binary(BinaryOperator.LSHIFT, other);
    }

    /**
     * Returns {@code this >> other}.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator;
     *     {@code ValueError} if an int is shifted by a negative number
     */
    public final PyAny rshift(@Nullable Object other) {
        return binary(BinaryOperator.RSHIFT, other);
    }

    /**
     * Returns {@code this & other}.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator
     */
    public final PyAny and(@Nullable Object other) {
        return binary(BinaryOperator.AND, other);
    }

    /**
     * Returns {@code this ^ other}.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator
     */
    public final PyAny xor(@Nullable Object other) {
        return binary(BinaryOperator.XOR, other);
    }

    /**
     * Returns {@code this | other}.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator
     */
    public final PyAny or(@Nullable Object other) {
        return binary(BinaryOperator.OR, other);
    }

    /**
     * Returns {@code this ** exponent}; for an int and a negative exponent, a float.
     *
     * @param exponent the exponent: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator;
     *     {@code ZeroDivisionError} for zero and a negative exponent
     */
    public final PyAny pow(@Nullable Object exponent) {
        return pow(exponent, null);
    }

    /**
     * Returns {@code pow(this, exponent, modulus)}, which for ints is faster than {@code this ** exponent % modulus}.
     *
     * @param exponent the exponent: a borrowed reference, or a Java value that is converted
     * @param modulus the modulus, likewise; null is {@code None}, and means none
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the types do not support the operation; {@code ValueError}
     *     if the modulus is zero, or the exponent is negative and this number has no inverse
     */
    public final PyAny pow(@Nullable Object exponent, @Nullable Object modulus) {
        long word = word();
        ThreadState state = state();
        long e = Operand.word(state, exponent);
        try {
            long m = Operand.word(state, modulus);
            try {
                return KIND.make(state, Operations.of(state).power(state, word, e, m));
            } finally {
                Operand.release(modulus, m);
            }
        } finally {
            Operand.release(exponent, e);
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Returns the result of {@code this += other}. An object of a mutable type may be changed in place, and is the
     * result then; otherwise the result is another object and this one is as before. This reference goes on referring
     * to the same object.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference, to this very object if it was changed in place
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator
     */
    public final PyAny iadd(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_ADD, other);
    }

    /**
     * Returns the result of {@code this -= other}. An object of a mutable type may be changed in place, and is the
     * result then; otherwise the result is another object and this one is as before. This reference goes on referring
     * to the same object.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference, to this very object if it was changed in place
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator
     */
    public final PyAny isub(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_SUBTRACT, other);
    }

    /**
     * Returns the result of {@code this *= other}. An object of a mutable type may be changed in place, and is the
     * result then; otherwise the result is another object and this one is as before. This reference goes on referring
     * to the same object.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference, to this very object if it was changed in place
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator
     */
    public final PyAny imul(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_MULTIPLY, other);
    }

    /**
     * Returns the result of {@code this @= other}. An object of a mutable type may be changed in place, and is the
     * result then; otherwise the result is another object and this one is as before. This reference goes on referring
     * to the same object.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference, to this very object if it was changed in place
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator
     */
    public final PyAny imatmul(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_MATRIX_MULTIPLY, other);
    }

    /**
     * Returns the result of {@code this /= other}. An object of a mutable type may be changed in place, and is the
     * result then; otherwise the result is another object and this one is as before. This reference goes on referring
     * to the same object.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference, to this very object if it was changed in place
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator;
     *     {@code ZeroDivisionError} if a number is divided by zero
     */
    public final PyAny idiv(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_TRUE_DIVIDE, other);
    }

    /**
     * Returns the result of {@code this //= other}. An object of a mutable type may be changed in place, and is the
     * result then; otherwise the result is another object and this one is as before. This reference goes on referring
     * to the same object.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference, to this very object if it was changed in place
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator;
     *     {@code ZeroDivisionError} if a number is divided by zero
     */
    public final PyAny ifloorDiv(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_FLOOR_DIVIDE, other);
    }

    /**
     * Returns the result of {@code this %= other}. An object of a mutable type may be changed in place, and is the
     * result then; otherwise the result is another object and this one is as before. This reference goes on referring
     * to the same object.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference, to this very object if it was changed in place
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator;
     *     {@code ZeroDivisionError} if a number is divided by zero
     */
    public final PyAny irem(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_REMAINDER, other);
    }

    /**
     * Returns the result of {@code this <<= other}. An object of a mutable type may be changed in place, and is the
     * result then; otherwise the result is another object and this one is as before. This reference goes on referring
     * to the same object.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference, to this very object if it was changed in place
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator;
     *     {@code ValueError} if an int is shifted by a negative number
     */
    public final PyAny ilshift(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_LSHIFT, other);
    }

    /**
     * Returns the result of {@code this >>= other}. An object of a mutable type may be changed in place, and is the
     * result then; otherwise the result is another object and this one is as before. This reference goes on referring
     * to the same object.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference, to this very object if it was changed in place
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator;
     *     {@code ValueError} if an int is shifted by a negative number
     */
    public final PyAny irshift(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_RSHIFT, other);
    }

    /**
     * Returns the result of {@code this &= other}. An object of a mutable type may be changed in place, and is the
     * result then; otherwise the result is another object and this one is as before. This reference goes on referring
     * to the same object.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference, to this very object if it was changed in place
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator
     */
    public final PyAny iand(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_AND, other);
    }

    /**
     * Returns the result of {@code this ^= other}. An object of a mutable type may be changed in place, and is the
     * result then; otherwise the result is another object and this one is as before. This reference goes on referring
     * to the same object.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference, to this very object if it was changed in place
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator
     */
    public final PyAny ixor(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_XOR, other);
    }

    /**
     * Returns the result of {@code this |= other}. An object of a mutable type may be changed in place, and is the
     * result then; otherwise the result is another object and this one is as before. This reference goes on referring
     * to the same object.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference, to this very object if it was changed in place
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator
     */
    public final PyAny ior(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_OR, other);
    }

    /**
     * Returns the result of {@code this **= exponent}. An object of a mutable type may be changed in place, and is the
     * result then; otherwise the result is another object and this one is as before. This reference goes on referring
     * to the same object.
     *
     * @param exponent the exponent: a borrowed reference, or a Java value that is converted
     * @return the result, a new reference, to this very object if it was changed in place
     * @throws dev.sanca.PythonException {@code TypeError} if the types of the two do not support the operator;
     *     {@code ZeroDivisionError} for zero and a negative exponent
     */
    public final PyAny ipow(@Nullable Object exponent) {
        return binary(BinaryOperator.IN_PLACE_POWER, exponent);
    }

    /**
     * Returns {@code -this}.
     *
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the type does not support the operation
     */
    public final PyAny neg() {
        return unary(UnaryOperator.NEGATIVE);
    }

    /**
     * Returns {@code +this}.
     *
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the type does not support the operation
     */
    public final PyAny pos() {
        return unary(UnaryOperator.POSITIVE);
    }

    /**
     * Returns {@code abs(this)}.
     *
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the type does not support the operation
     */
    public final PyAny abs() {
        return unary(UnaryOperator.ABSOLUTE);
    }

    /**
     * Returns {@code ~this}.
     *
     * @return the result, a new reference
     * @throws dev.sanca.PythonException {@code TypeError} if the type does not support the operation
     */
    public final PyAny invert() {
        return unary(UnaryOperator.INVERT);
    }

    // ---- comparison ----

    private boolean compare(Comparison comparison, @Nullable Object other) {
        long tagged = Refs.taggedWord(this);
        if (Word.isTagged(tagged)) {
            long immediate = immediate(other);
            if (TaggedOperations.areComparable(tagged, immediate, comparison)) {
                return TaggedOperations.compare(tagged, immediate, comparison);
            }
        }
        long word = word();
        ThreadState state = state();
        long o = other instanceof PyAny reference ? Refs.receiver(state, reference) : Operand.word(state, other);
        try {
            return Operations.of(state).compare(state, word, o, comparison);
        } finally {
            Operand.release(other, o);
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Returns the truth value of {@code this < other}.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return {@code bool(this < other)}
     * @throws dev.sanca.PythonException {@code TypeError} if the two are not ordered; {@code ValueError} if the result
     *     is an array of NumPy, whose truth is ambiguous
     */
    public final boolean lt(@Nullable Object other) {
        return compare(Comparison.LT, other);
    }

    /**
     * Returns the truth value of {@code this <= other}.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return {@code bool(this <= other)}
     * @throws dev.sanca.PythonException {@code TypeError} if the two are not ordered; {@code ValueError} if the result
     *     is an array of NumPy, whose truth is ambiguous
     */
    public final boolean le(@Nullable Object other) {
        return compare(Comparison.LE, other);
    }

    /**
     * Returns whether two objects are equal: {@code this is other or this == other}, as Python's containers compare.
     *
     * @apiNote An object is equal to itself without a question to its {@code __eq__}. So a NaN is equal to itself here,
     *     and differs from another NaN. {@code py.importModule("operator").callMethod("eq", a, b)} is the operator
     *     alone.
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return whether the two are the same object, or {@code ==} is true of them
     * @throws dev.sanca.PythonException whatever {@code __eq__} raises; {@code ValueError} if the result is an array of
     *     NumPy, whose truth is ambiguous
     */
    public final boolean eq(@Nullable Object other) {
        return compare(Comparison.EQ, other);
    }

    /**
     * Returns whether two objects differ: {@code this is not other and this != other}, as Python's containers compare.
     * See {@link #eq} for an object and itself.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return whether the two are different objects and {@code !=} is true of them
     * @throws dev.sanca.PythonException whatever {@code __ne__} raises; {@code ValueError} if the result is an array of
     *     NumPy, whose truth is ambiguous
     */
    public final boolean ne(@Nullable Object other) {
        return compare(Comparison.NE, other);
    }

    /**
     * Returns the truth value of {@code this > other}.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return {@code bool(this > other)}
     * @throws dev.sanca.PythonException {@code TypeError} if the two are not ordered; {@code ValueError} if the result
     *     is an array of NumPy, whose truth is ambiguous
     */
    public final boolean gt(@Nullable Object other) {
        return compare(Comparison.GT, other);
    }

    /**
     * Returns the truth value of {@code this >= other}.
     *
     * @param other the right operand: a borrowed reference, or a Java value that is converted
     * @return {@code bool(this >= other)}
     * @throws dev.sanca.PythonException {@code TypeError} if the two are not ordered; {@code ValueError} if the result
     *     is an array of NumPy, whose truth is ambiguous
     */
    public final boolean ge(@Nullable Object other) {
        return compare(Comparison.GE, other);
    }

    /**
     * Returns how this object and another are ordered, by Python's {@code ==}, {@code <} and {@code >}, asked in this
     * order.
     *
     * <p><b>Cost:</b> up to three comparisons, each of which converts a Java value anew.
     *
     * @param other the object to compare with: a borrowed reference, or a Java value that is converted
     * @return -1, 0 or 1, as this object is less than, equal to or greater than the other
     * @throws dev.sanca.PythonException {@code TypeError} if Python does not order the two, or finds none of the three
     *     true, as for a NaN or two sets
     */
    public final int compare(@Nullable Object other) {
        ThreadState state = state();
        if (eq(other)) {
            return 0;
        } else if (lt(other)) {
            return -1;
        } else if (gt(other)) {
            return 1;
        }
        throw Operations.of(state)
                .error(state, "TypeError", "compare() found the two objects neither equal nor ordered");
    }

    /**
     * Returns whether two references refer to the same object: {@code this is other}. The answer for two references
     * never changes.
     *
     * @apiNote {@code py.of} makes a new object each time of what Python does not keep only once, as it keeps small
     *     ints and {@code None}. So {@code py.of(1000).is(py.of(1000))} is false.
     * @param other another reference, borrowed
     * @return whether both refer to one object
     */
    public final boolean is(PyAny other) {
        long a = Refs.taggedWord(this);
        long b = Refs.taggedWord(other);
        if (this == other || (a == b && Refs.isOneObject(a))) {
            return true;
        } else if (Tagged.isInt(a) && Tagged.isInt(b) && a != b) {
            return false;
        }
        // what Python has not seen yet gets its object now, and keeps it
        boolean same = operations().is(state(), word(), Refs.receiver(state(), other));
        Reference.reachabilityFence(this);
        Reference.reachabilityFence(other);
        return same;
    }

    /**
     * Returns the truth value: {@code bool(this)}. False for {@code None}, {@code False}, zero and empty containers.
     *
     * @return the truth value
     * @throws dev.sanca.PythonException whatever {@code __bool__} or {@code __len__} raises; {@code ValueError} for an
     *     array of NumPy with several elements
     * @see #asBoolean
     */
    public final boolean isTruthy() {
        long tagged = Refs.taggedWord(this);
        if (Word.isTagged(tagged) && TaggedOperations.isKnown(tagged)) {
            return TaggedOperations.isTrue(tagged);
        }
        boolean truth = operations().isTrue(state(), word());
        Reference.reachabilityFence(this);
        return truth;
    }

    /**
     * Returns whether the object is {@code None}.
     *
     * <p><b>Cost:</b> no native call on CPython.
     *
     * @return whether {@code this is None}
     */
    public final boolean isNone() {
        long tagged = Refs.taggedWord(this);
        return (Word.isTagged(tagged) && TaggedOperations.isKnown(tagged))
                ? TaggedOperations.isNone(tagged)
                : operations().isKind(state(), word(), PyNone.KIND, true);
    }

    /**
     * Returns whether the object can be called: {@code callable(this)}.
     *
     * @return whether its type has {@code __call__}; a call may fail nevertheless
     */
    public final boolean isCallable() {
        boolean callable = operations().isCallable(state(), word());
        Reference.reachabilityFence(this);
        return callable;
    }

    /**
     * Returns whether the object is an instance of a type: {@code isinstance(this, type)}.
     *
     * @param type a type, a tuple of types, or a union such as {@code int | str}; borrowed
     * @return whether it is an instance, as {@code __instancecheck__} of the type decides
     * @throws dev.sanca.PythonException {@code TypeError} if {@code type} is none of these
     */
    public final boolean isInstance(PyAny type) {
        boolean is = operations().isInstance(state(), word(), Refs.word(state(), type));
        Reference.reachabilityFence(this);
        Reference.reachabilityFence(type);
        return is;
    }

    /**
     * Returns the type of the object: {@code type(this)}, not what {@code __class__} claims.
     *
     * @return the type, a new reference
     */
    public final PyType type() {
        ThreadState state = state();
        long type = Operations.of(state).type(state, word());
        Reference.reachabilityFence(this);
        return PyType.KIND.make(state, type);
    }

    /**
     * Returns the representation for programmers: {@code repr(this)}.
     *
     * <p><b>Cost:</b> a copy of the text.
     *
     * @return the text, a Java value; lone surrogates stay what they are
     * @throws dev.sanca.PythonException whatever {@code __repr__} raises; {@code OverflowError} if the text is too long
     *     for a Java string
     */
    public final String repr() {
        long tagged = Refs.taggedWord(this);
        if (Word.isTagged(tagged) && TaggedOperations.isKnown(tagged)) {
            return TaggedOperations.str(tagged);
        }
        String text = operations().repr(state(), word());
        Reference.reachabilityFence(this);
        return text;
    }

    /**
     * Returns the text of the object: {@code str(this)}. Any object has one; {@link #asString} accepts a {@code str}
     * only.
     *
     * <p><b>Cost:</b> a copy of the text.
     *
     * @return the text, a Java value; lone surrogates stay what they are
     * @throws dev.sanca.PythonException whatever {@code __str__} raises; {@code OverflowError} if the text is too long
     *     for a Java string
     */
    public final String str() {
        long tagged = Refs.taggedWord(this);
        if (Word.isTagged(tagged) && TaggedOperations.isKnown(tagged)) {
            return TaggedOperations.str(tagged);
        }
        String text = operations().str(state(), word());
        Reference.reachabilityFence(this);
        return text;
    }

    /**
     * Returns the hash value: {@code hash(this)}.
     *
     * @return the 64-bit value; equal objects have equal ones
     * @throws dev.sanca.PythonException {@code TypeError} if the object cannot be hashed, such as a list
     * @see #hashCode
     */
    public final long hash() {
        long tagged = Refs.taggedWord(this);
        if (Word.isTagged(tagged) && TaggedOperations.hasHash(tagged)) {
            return TaggedOperations.hash(tagged);
        }
        long hash = operations().hash(state(), word());
        Reference.reachabilityFence(this);
        return hash;
    }

    // ---- casting and conversion ----

    /**
     * Returns a second reference to the same object, of a more special class. An instance of a subclass of the Python
     * type is accepted, as {@code isinstance} accepts it: {@code True} is a {@link PyInt}, a {@code datetime} a
     * {@link PyDate}.
     *
     * {@snippet :
     * PyList names = py.eval("['a', 'b']").cast(PyList.class);
     * }
     *
     * <p><b>Cost:</b> no native call for the common types, one for the others; an import of {@code collections.abc} and
     * a call of {@code isinstance} for {@link PyMapping} and {@link PySequence}.
     *
     * @param <T> the class of references
     * @param type a class of this package
     * @return a new reference to the same object; this one stays open
     * @throws IllegalArgumentException if {@code type} is not a class of this package
     * @throws dev.sanca.PythonException {@code TypeError} if the object is not an instance
     */
    public final <T extends PyAny> T cast(Class<T> type) {
        return Casts.cast(this, Kind.of(type), false);
    }

    /**
     * Returns a second reference as {@link #cast} does, if the object's type is exactly the Python type and no subclass
     * of it. For the classes that stand for a protocol ({@link PyCallable}, {@link PyIterator}, {@link PyMapping},
     * {@link PySequence}, {@link PyBuffer}), and for {@link PyType} and {@link PyBaseException}, it is the same as
     * {@link #cast}.
     *
     * @param <T> the class of references
     * @param type a class of this package
     * @return a new reference to the same object; this one stays open
     * @throws IllegalArgumentException if {@code type} is not a class of this package
     * @throws dev.sanca.PythonException {@code TypeError} if the object's type is another one
     */
    public final <T extends PyAny> T castExact(Class<T> type) {
        return Casts.cast(this, Kind.of(type), true);
    }

    /**
     * Returns a second reference as {@link #cast} does, or empty if the object is not an instance.
     *
     * @param <T> the class of references
     * @param type a class of this package
     * @return a new reference to the same object, or empty; this one stays open
     * @throws IllegalArgumentException if {@code type} is not a class of this package
     */
    public final <T extends PyAny> Optional<T> tryCast(Class<T> type) {
        return Casts.tryCast(this, Kind.of(type));
    }

    /**
     * Returns the object as a Java value, by the rules of package {@code dev.sanca.convert}.
     *
     * {@snippet :
     * double[] column = array.as(double[].class);
     * Point point = py.eval("dict(x=1, y=2)").as(Point.class); // a record
     * }
     *
     * <p>A class of this package gives a new bound reference, as {@link #cast} does; {@link dev.sanca.Py} a detached
     * one; an interface without another rule a view whose calls attach by themselves.
     *
     * <p><b>Cost:</b> one copy of a text, buffer or container, O(n). {@code MemorySegment} looks at the memory itself.
     *
     * @param <T> the Java type
     * @param type the class of it, also of a primitive type
     * @return the value; null for {@code None} if {@code type} is {@code Object} or {@code Void}, or a converter says
     *     so
     * @throws IllegalArgumentException if {@code type} is a record in a package that its module does not open to Sanca
     * @throws dev.sanca.PythonException {@code TypeError}, {@code ValueError} or {@code OverflowError} if the object
     *     has no value of that type; the message tells where in nested containers the element is
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // a conversion to a class may give null, for None
    public final <T> T as(Class<T> type) {
        Object value = FromPython.convert(this, type);
        Reference.reachabilityFence(this);
        return (T) value;
    }

    /**
     * Returns the object as a Java value, as {@link #as(Class)} does, of a type with type arguments.
     *
     * {@snippet :
     * Map<String, List<Long>> groups = reference.as(new TypeRef<Map<String, List<Long>>>() {});
     * }
     *
     * @param <T> the Java type
     * @param type the type with its arguments
     * @return the value; null as {@link #as(Class)} returns it
     * @throws IllegalArgumentException if there is no conversion to {@code type}, such as to a {@code Stream} of bound
     *     references, or to a record in a package that its module does not open to Sanca
     * @throws dev.sanca.PythonException {@code TypeError}, {@code ValueError} or {@code OverflowError} if the object
     *     has no value of that type; the message tells where in nested containers the element is
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // as above
    public final <T> T as(TypeRef<T> type) {
        Object value = FromPython.convert(state(), Refs.word(this), type.type());
        Reference.reachabilityFence(this);
        return (T) value;
    }

    /** The word of this, which stays tagged if it is an immediate int. */
    private long intWord() {
        long tagged = Refs.taggedWord(this);
        return (tagged & 3) == 0 || Tagged.isInt(tagged) ? tagged : word();
    }

    /**
     * Returns the integer as a {@code long}. Accepts an {@code int} (so a {@code bool}) and what has {@code __index__},
     * such as NumPy's integers; a {@code float} is refused, and nothing is ever cut off.
     *
     * <p><b>Cost:</b> no native call where the layout of ints is proved and the value has at most 60 bits.
     *
     * @return the value
     * @throws dev.sanca.PythonException {@code OverflowError} if it does not fit; {@code TypeError} if the object is no
     *     integer
     * @see PyInt#toBigInteger
     */
    public final long asLong() {
        long value = FromPython.toLong(state(), intWord());
        Reference.reachabilityFence(this);
        return value;
    }

    /**
     * Returns the integer as an {@code int}, as {@link #asLong} does.
     *
     * @return the value
     * @throws dev.sanca.PythonException {@code OverflowError} if it does not fit; {@code TypeError} if the object is no
     *     integer
     */
    public final int asInt() {
        int value = FromPython.toInt(state(), intWord());
        Reference.reachabilityFence(this);
        return value;
    }

    /**
     * Returns the number as a {@code double}. Accepts a {@code float}, an integer, which is rounded to the nearest
     * {@code double}, and what has {@code __float__} or {@code __index__}; a {@code str} and a {@code complex} are
     * refused.
     *
     * <p><b>Cost:</b> no native call for a {@code float} or small {@code int} where their layout is proved.
     *
     * @return the value
     * @throws dev.sanca.PythonException {@code TypeError} if the object is no real number; {@code OverflowError} if an
     *     int is beyond the range of a {@code double}
     */
    public final double asDouble() {
        double value = FromPython.toDouble(state(), intWord());
        Reference.reachabilityFence(this);
        return value;
    }

    /**
     * Returns the value of a {@code bool}, Python's or NumPy's. Any object has a truth value: {@link #isTruthy}.
     *
     * @return the value
     * @throws dev.sanca.PythonException {@code TypeError} if the object is no {@code bool}
     */
    public final boolean asBoolean() {
        return as(Boolean.class);
    }

    /**
     * Returns the text of a {@code str}, or of an instance of a subclass, whose {@code __str__} is not asked. Any
     * object can be made a text: {@link #str}.
     *
     * <p><b>Cost:</b> a copy of the text.
     *
     * @return the text, a Java value; lone surrogates stay what they are
     * @throws dev.sanca.PythonException {@code TypeError} if the object is no {@code str}; {@code OverflowError} if it
     *     is too long for a Java string
     */
    public final String asString() {
        return as(String.class);
    }

    // ---- Java manners ----

    /**
     * Releases the count now, and makes this reference unusable. Does nothing if the reference or its scope is closed
     * already, or if Python has ended with the JVM. The end of an object may run Python code, such as {@code __del__};
     * what that raises, Python reports by {@code sys.unraisablehook}.
     *
     * <p>A callback may close a reference of the code that called into Python, which may be using the object at that
     * moment. The reference is unusable then, and its count is released with its scope.
     *
     * @throws IllegalStateException if it is open and the thread is detached
     * @throws WrongThreadException if it is open and belongs to another thread
     */
    @Override
    public final void close() {
        Refs.close(this);
    }

    /**
     * Returns whether this reference still owns a count. Any thread; for a reference of another thread, the answer may
     * be out of date.
     *
     * @return false once it is closed, moved away by {@link dev.sanca.Py#move}, or its scope is closed
     */
    public final boolean isAlive() {
        return Refs.isAlive(this);
    }

    /**
     * Returns {@code str(this)} where the reference is usable, else a description of it, such as
     * {@code PyList (closed)}; for debuggers and logs. Any thread. A failure of {@code str()} is told in the
     * description, not thrown.
     *
     * @return the text
     */
    @Override
    public final String toString() {
        return Descriptions.of(this);
    }

    /**
     * Returns whether another reference refers to an equal object, by {@link #eq}.
     *
     * @param other any object; one that is not a reference is never equal
     * @return whether the two objects are equal in Python
     * @throws dev.sanca.PythonException whatever {@code __eq__} raises
     */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other == this || (other instanceof PyAny p && eq(p));
    }

    /**
     * Returns {@link #hash}, folded to 32 bits, so that references may be keys of a {@link java.util.HashMap}.
     *
     * @return the hash code; the same for equal objects
     * @throws dev.sanca.PythonException {@code TypeError} if the object cannot be hashed, such as a list
     */
    @Override
    public final int hashCode() {
        return Long.hashCode(hash());
    }
}
