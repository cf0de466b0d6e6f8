package dev.sanca.types;

import dev.sanca.convert.TypeRef;
import dev.sanca.internal.convert.FromPython;
import dev.sanca.internal.engine.BinaryOperator;
import dev.sanca.internal.engine.Comparison;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.engine.TaggedOperations;
import dev.sanca.internal.engine.UnaryOperator;
import dev.sanca.internal.reference.Ahead;
import dev.sanca.internal.reference.Chunk;
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
 * <p>What a method returns is a {@code PyAny}, whatever the object; {@link #cast} asks Python for more, {@link #as(Class)}
 * converts. An argument of type {@code Object} is a reference, or a Java value that is converted for the call.
 *
 * <p><b>Ownership:</b> one count. Given back by {@link #close}; by the garbage collector's help once unreachable; at the
 * latest when its scope closes.
 *
 * <p><b>Thread:</b> the one it was made on, attached.
 *
 * <p><b>Errors:</b> {@link IllegalStateException} if it is closed or its thread detached, {@link WrongThreadException} on
 * another thread; Python's own as {@link dev.sanca.PythonException}.
 *
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
        protected Kind<?> kind(String pythonName) {
            return Kinds.named(pythonName);
        }

        @Override
        protected @Nullable Ahead ahead(PyAny reference) {
            return reference.ahead();
        }
    }

    /** What is held of elements that were fetched in advance; of iterators only. */
    @Nullable
    Ahead ahead() {
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

    /** {@code this.name}. */
    public final PyAny getAttr(String name) {
        ThreadState state = state();
        long result = Operations.of(state).getAttr(state, word(), name);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /** {@code this.name = value}. */
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

    /** {@code del this.name}. */
    public final void delAttr(String name) {
        operations().delAttr(state(), word(), name);
        Reference.reachabilityFence(this);
    }

    /** Whether {@code this.name} exists; errors other than {@code AttributeError} are thrown. */
    public final boolean hasAttr(String name) {
        boolean has = operations().hasAttr(state(), word(), name);
        Reference.reachabilityFence(this);
        return has;
    }

    /** {@code dir(this)}. */
    public final PyList dir() {
        ThreadState state = state();
        long result = Operations.of(state).dir(state, word());
        Reference.reachabilityFence(this);
        return PyList.KIND.make(state, result);
    }

    // ---- calls ----

    /**
     * {@code this(arguments…)}; a trailing {@link dev.sanca.Kwargs} is keyword arguments.
     *
     * <p><b>Cost:</b> one downcall and, for arguments that are no references, their conversion.
     */
    public final PyAny call(@Nullable Object... arguments) {
        ThreadState state = state();
        long result = Operations.of(state).call(state, word(), arguments);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /** {@code this()}. */
    public final PyAny call() {
        ThreadState state = state();
        long result = Operations.of(state).call(state, word());
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /** {@code this(a)}; {@code a} may be a {@link dev.sanca.Kwargs}. */
    public final PyAny call(@Nullable Object a) {
        ThreadState state = state();
        long result = Operations.of(state).call(state, word(), a);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /** {@code this(a, b)}; {@code b} may be a {@link dev.sanca.Kwargs}. */
    public final PyAny call(@Nullable Object a, @Nullable Object b) {
        ThreadState state = state();
        long result = Operations.of(state).call(state, word(), a, b);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /** {@code this(a, b, c)}; {@code c} may be a {@link dev.sanca.Kwargs}. */
    public final PyAny call(@Nullable Object a, @Nullable Object b, @Nullable Object c) {
        ThreadState state = state();
        long result = Operations.of(state).call(state, word(), a, b, c);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /** {@code this.name(arguments…)}; a trailing {@link dev.sanca.Kwargs} is keyword arguments. */
    public final PyAny callMethod(String name, @Nullable Object... arguments) {
        ThreadState state = state();
        long result = Operations.of(state).callMethod(state, word(), name, arguments);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /** {@code this.name()}. */
    public final PyAny callMethod(String name) {
        ThreadState state = state();
        long result = Operations.of(state).callMethod(state, word(), name);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /** {@code this.name(a)}; {@code a} may be a {@link dev.sanca.Kwargs}. */
    public final PyAny callMethod(String name, @Nullable Object a) {
        ThreadState state = state();
        long result = Operations.of(state).callMethod(state, word(), name, a);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /** {@code this.name(a, b)}; {@code b} may be a {@link dev.sanca.Kwargs}. */
    public final PyAny callMethod(String name, @Nullable Object a, @Nullable Object b) {
        ThreadState state = state();
        long result = Operations.of(state).callMethod(state, word(), name, a, b);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    /** {@code this.name(a, b, c)}; {@code c} may be a {@link dev.sanca.Kwargs}. */
    public final PyAny callMethod(String name, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        ThreadState state = state();
        long result = Operations.of(state).callMethod(state, word(), name, a, b, c);
        Reference.reachabilityFence(this);
        return KIND.make(state, result);
    }

    // ---- items ----

    /** {@code this[key]}. */
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

    /** {@code this[key] = value}. */
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

    /** {@code del this[key]}. */
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

    /** {@code value in this}. */
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
     * {@code len(this)}.
     *
     * @throws ArithmeticException if it does not fit an {@code int}; {@code callMethod("__len__")} does
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

    /** {@code iter(this)}. */
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

    /** {@code this + other}. */
    public final PyAny add(@Nullable Object other) {
        return binary(BinaryOperator.ADD, other);
    }

    /** {@code this - other}. */
    public final PyAny sub(@Nullable Object other) {
        return binary(BinaryOperator.SUBTRACT, other);
    }

    /** {@code this * other}. */
    public final PyAny mul(@Nullable Object other) {
        return binary(BinaryOperator.MULTIPLY, other);
    }

    /** this {@literal @} other. */
    public final PyAny matmul(@Nullable Object other) {
        return binary(BinaryOperator.MATRIX_MULTIPLY, other);
    }

    /** {@code this / other}. */
    public final PyAny div(@Nullable Object other) {
        return binary(BinaryOperator.TRUE_DIVIDE, other);
    }

    /** {@code this // other}. */
    public final PyAny floorDiv(@Nullable Object other) {
        return binary(BinaryOperator.FLOOR_DIVIDE, other);
    }

    /** {@code this % other}. */
    public final PyAny rem(@Nullable Object other) {
        return binary(BinaryOperator.REMAINDER, other);
    }

    /** {@code divmod(this, other)}. */
    public final PyAny divmod(@Nullable Object other) {
        return binary(BinaryOperator.DIVMOD, other);
    }

    /** this &lt;&lt; other. */
    public final PyAny lshift(@Nullable Object other) {
        return binary(BinaryOperator.LSHIFT, other);
    }

    /** this &gt;&gt; other. */
    public final PyAny rshift(@Nullable Object other) {
        return binary(BinaryOperator.RSHIFT, other);
    }

    /** this &amp; other. */
    public final PyAny and(@Nullable Object other) {
        return binary(BinaryOperator.AND, other);
    }

    /** {@code this ^ other}. */
    public final PyAny xor(@Nullable Object other) {
        return binary(BinaryOperator.XOR, other);
    }

    /** {@code this | other}. */
    public final PyAny or(@Nullable Object other) {
        return binary(BinaryOperator.OR, other);
    }

    /** {@code this ** exponent}. */
    public final PyAny pow(@Nullable Object exponent) {
        return pow(exponent, null);
    }

    /** {@code pow(this, exponent, modulus)}; null is no modulus. */
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

    /** this += other: changed in place if its type can be; the result either way. */
    public final PyAny iadd(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_ADD, other);
    }

    /** this -= other: changed in place if its type can be; the result either way. */
    public final PyAny isub(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_SUBTRACT, other);
    }

    /** this *= other: changed in place if its type can be; the result either way. */
    public final PyAny imul(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_MULTIPLY, other);
    }

    /** this {@literal @}= other: changed in place if its type can be; the result either way. */
    public final PyAny imatmul(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_MATRIX_MULTIPLY, other);
    }

    /** this /= other: changed in place if its type can be; the result either way. */
    public final PyAny idiv(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_TRUE_DIVIDE, other);
    }

    /** this //= other: changed in place if its type can be; the result either way. */
    public final PyAny ifloorDiv(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_FLOOR_DIVIDE, other);
    }

    /** this %= other: changed in place if its type can be; the result either way. */
    public final PyAny irem(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_REMAINDER, other);
    }

    /** this &lt;&lt;= other: changed in place if its type can be; the result either way. */
    public final PyAny ilshift(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_LSHIFT, other);
    }

    /** this &gt;&gt;= other: changed in place if its type can be; the result either way. */
    public final PyAny irshift(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_RSHIFT, other);
    }

    /** this &amp;= other: changed in place if its type can be; the result either way. */
    public final PyAny iand(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_AND, other);
    }

    /** this ^= other: changed in place if its type can be; the result either way. */
    public final PyAny ixor(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_XOR, other);
    }

    /** this |= other: changed in place if its type can be; the result either way. */
    public final PyAny ior(@Nullable Object other) {
        return binary(BinaryOperator.IN_PLACE_OR, other);
    }

    /** this **= exponent: changed in place if its type can be; the result either way. */
    public final PyAny ipow(@Nullable Object exponent) {
        return binary(BinaryOperator.IN_PLACE_POWER, exponent);
    }

    /** {@code -this}. */
    public final PyAny neg() {
        return unary(UnaryOperator.NEGATIVE);
    }

    /** {@code +this}. */
    public final PyAny pos() {
        return unary(UnaryOperator.POSITIVE);
    }

    /** {@code abs(this)}. */
    public final PyAny abs() {
        return unary(UnaryOperator.ABSOLUTE);
    }

    /** {@code ~this}. */
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

    /** this &lt; other, as a truth value. */
    public final boolean lt(@Nullable Object other) {
        return compare(Comparison.LT, other);
    }

    /** this &lt;= other, as a truth value. */
    public final boolean le(@Nullable Object other) {
        return compare(Comparison.LE, other);
    }

    /** this == other, as a truth value. */
    public final boolean eq(@Nullable Object other) {
        return compare(Comparison.EQ, other);
    }

    /** this != other, as a truth value. */
    public final boolean ne(@Nullable Object other) {
        return compare(Comparison.NE, other);
    }

    /** this &gt; other, as a truth value. */
    public final boolean gt(@Nullable Object other) {
        return compare(Comparison.GT, other);
    }

    /** this &gt;= other, as a truth value. */
    public final boolean ge(@Nullable Object other) {
        return compare(Comparison.GE, other);
    }

    /**
     * The order of this and another: negative, zero or positive.
     *
     * @throws dev.sanca.PythonException {@code TypeError} if Python does not order them
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
     * {@code this is other}. The answer for two references never changes; {@code py.of} makes a new object each time of what
     * Python does not keep only once, as small ints and constants are.
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

    /** {@code bool(this)}. */
    public final boolean isTruthy() {
        long tagged = Refs.taggedWord(this);
        if (Word.isTagged(tagged) && TaggedOperations.isKnown(tagged)) {
            return TaggedOperations.isTrue(tagged);
        }
        boolean truth = operations().isTrue(state(), word());
        Reference.reachabilityFence(this);
        return truth;
    }

    /** {@code this is None}. */
    public final boolean isNone() {
        long tagged = Refs.taggedWord(this);
        return (Word.isTagged(tagged) && TaggedOperations.isKnown(tagged))
                ? TaggedOperations.isNone(tagged)
                : operations().isKind(state(), word(), PyNone.KIND, true);
    }

    /** {@code callable(this)}. */
    public final boolean isCallable() {
        boolean callable = operations().isCallable(state(), word());
        Reference.reachabilityFence(this);
        return callable;
    }

    /** {@code isinstance(this, type)}; {@code type} may be a tuple. */
    public final boolean isInstance(PyAny type) {
        boolean is = operations().isInstance(state(), word(), Refs.word(state(), type));
        Reference.reachabilityFence(this);
        Reference.reachabilityFence(type);
        return is;
    }

    /** {@code type(this)}. */
    public final PyType type() {
        ThreadState state = state();
        long type = Operations.of(state).type(state, word());
        Reference.reachabilityFence(this);
        return PyType.KIND.make(state, type);
    }

    /** {@code repr(this)}. */
    public final String repr() {
        long tagged = Refs.taggedWord(this);
        if (Word.isTagged(tagged) && TaggedOperations.isKnown(tagged)) {
            return TaggedOperations.str(tagged);
        }
        String text = operations().repr(state(), word());
        Reference.reachabilityFence(this);
        return text;
    }

    /** {@code str(this)}. */
    public final String str() {
        long tagged = Refs.taggedWord(this);
        if (Word.isTagged(tagged) && TaggedOperations.isKnown(tagged)) {
            return TaggedOperations.str(tagged);
        }
        String text = operations().str(state(), word());
        Reference.reachabilityFence(this);
        return text;
    }

    /** {@code hash(this)}. */
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
     * A second reference to the same object, of a more special class.
     *
     * @throws dev.sanca.PythonException {@code TypeError} if it is no instance
     */
    public final <T extends PyAny> T cast(Class<T> type) {
        return Casts.cast(this, Kind.of(type), false);
    }

    /** As {@link #cast}, but the Python type must be exactly that, no subclass. */
    public final <T extends PyAny> T castExact(Class<T> type) {
        return Casts.cast(this, Kind.of(type), true);
    }

    /** As {@link #cast}, empty if it is no instance. */
    public final <T extends PyAny> Optional<T> tryCast(Class<T> type) {
        return Casts.tryCast(this, Kind.of(type));
    }

    /**
     * This object as a Java value.
     *
     * @throws dev.sanca.PythonException {@code TypeError} or {@code OverflowError} if it has no such value
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // a conversion to a class may give null, for None
    public final <T> T as(Class<T> type) {
        Object value = FromPython.convert(this, type);
        Reference.reachabilityFence(this);
        return (T) value;
    }

    /** As {@link #as(Class)}, with type arguments. */
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

    /** This integer as a {@code long}. */
    public final long asLong() {
        long value = FromPython.toLong(state(), intWord());
        Reference.reachabilityFence(this);
        return value;
    }

    /** This integer as an {@code int}. */
    public final int asInt() {
        int value = FromPython.toInt(state(), intWord());
        Reference.reachabilityFence(this);
        return value;
    }

    /** This number as a {@code double}. */
    public final double asDouble() {
        double value = FromPython.toDouble(state(), intWord());
        Reference.reachabilityFence(this);
        return value;
    }

    /** This {@code bool}; other objects are refused, see {@link #isTruthy}. */
    public final boolean asBoolean() {
        return as(Boolean.class);
    }

    /** The text of this {@code str}; other objects are refused, see {@link #str}. */
    public final String asString() {
        return as(String.class);
    }

    // ---- Java manners ----

    /** Gives the count back now. A second call does nothing. */
    @Override
    public final void close() {
        Refs.close(this);
    }

    /** Whether it still owns its count. Any thread. */
    public final boolean isAlive() {
        return Refs.isAlive(this);
    }

    /** {@code str(this)} where the reference is usable, else a description of it; never throws. Any thread. */
    @Override
    public final String toString() {
        return Descriptions.of(this);
    }

    /** Python's {@code ==} with another reference; false for anything else. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other == this || (other instanceof PyAny p && eq(p));
    }

    /** Python's {@code hash}, folded; throws for an unhashable object. */
    @Override
    public final int hashCode() {
        return Long.hashCode(hash());
    }
}
