package dev.sanca.internal.engine;

import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.WordRuntime;
import dev.sanca.internal.thread.ThreadRuntime;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.math.BigInteger;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the public API does with Python, on words: CPython's by its C API, another runtime's by the operations of
 * {@link dev.sanca.spi.PythonRuntime}.
 *
 * <p><b>Ownership:</b> words that come in are borrowed, words that go out are new counts, unless a method says otherwise.
 *
 * <p><b>Thread:</b> that of the state, attached.
 *
 * <p><b>Errors:</b> a Python exception is thrown, as a {@code PythonException} or as the Java exception that it was before
 * it passed through Python. What is thrown has given back every count.
 *
 * <p><b>Cost:</b> while one runtime is loaded there is one subclass, and the compiler calls it directly.
 */
public abstract class Operations implements ThreadRuntime {
    /** What a list of a dict holds. */
    public enum Part {
        /** The keys. */
        KEYS,
        /** The values. */
        VALUES,
        /** Tuples of key and value. */
        ITEMS
    }

    /** Takes the entries of a dict, borrowed. */
    @FunctionalInterface
    public interface EntryVisitor {
        /** Takes one. */
        void entry(long key, long value);
    }

    /** What {@link #container} makes. */
    public enum Container {
        /** {@code list}. */
        LIST,
        /** {@code tuple}. */
        TUPLE,
        /** {@code set}. */
        SET
    }

    // ---- words and types ----

    /**
     * The object that a tagged word stands for in this runtime: the same word if it is one already, else a new count.
     *
     * @throws IllegalStateException if the word is stale or none
     * @throws IllegalArgumentException if it belongs to another runtime
     */
    @Override
    public abstract long object(ThreadState state, long word);

    /** Whether an object is an instance of the Python type that a class of references stands for. */
    public abstract boolean isKind(ThreadState state, long word, Kind<?> kind, boolean exact);

    /** {@code type(object)}. */
    public abstract long type(ThreadState state, long word);

    /** The name of an object's type, with its module unless that is {@code builtins}. */
    public abstract String typeName(ThreadState state, long word);

    /** The name of a type, likewise. */
    public abstract String nameOfType(ThreadState state, long type);

    /** {@code a is b}. */
    public abstract boolean is(ThreadState state, long a, long b);

    // ---- the object protocol ----

    /** {@code object.name}. */
    public abstract long getAttr(ThreadState state, long object, String name);

    /** {@code object.name}, or 0 if that raises anything. */
    public abstract long getAttrOrNull(ThreadState state, long object, String name);

    /** {@code object.name = value}. */
    public abstract void setAttr(ThreadState state, long object, String name, long value);

    /** {@code del object.name}. */
    public abstract void delAttr(ThreadState state, long object, String name);

    /** Whether {@code object.name} exists; errors other than {@code AttributeError} are thrown. */
    public abstract boolean hasAttr(ThreadState state, long object, String name);

    /** {@code object[key]}. */
    public abstract long getItem(ThreadState state, long object, long key);

    /** {@code object[key]}, or 0 if that raises a {@code LookupError}. */
    public abstract long getItemOrNull(ThreadState state, long object, long key);

    /** {@code object[key] = value}. */
    public abstract void setItem(ThreadState state, long object, long key, long value);

    /** {@code del object[key]}. */
    public abstract void delItem(ThreadState state, long object, long key);

    /** {@code value in object}. */
    public abstract boolean contains(ThreadState state, long object, long value);

    /** {@code len(object)}. */
    public abstract long length(ThreadState state, long object);

    /** {@code iter(object)}. */
    public abstract long iterator(ThreadState state, long object);

    /** Whether {@code iter(object)} has a chance; what it throws then is the object's own error. */
    public abstract boolean isIterable(ThreadState state, long object);

    /** {@code next(iterator)}; 0 at the end. */
    public abstract long next(ThreadState state, long iterator);

    /** {@code itertools.chain((first,), rest)}: an iterator that begins with an element which was taken from {@code rest}. */
    @Override
    public final long chain(ThreadState state, long first, long rest) {
        Word.incref(first); // Python code that the import runs may give theirs back
        Word.incref(rest);
        long module = 0;
        long chain = 0;
        long tuple = 0;
        try {
            module = importModule(state, "itertools");
            chain = getAttr(state, module, "chain");
            tuple = container(state, Container.TUPLE, new long[] {Word.newRef(first)});
            return callWords(state, chain, tuple, rest);
        } finally {
            Word.xdecref(tuple);
            Word.xdecref(chain);
            Word.xdecref(module);
            Word.decref(rest);
            Word.decref(first);
        }
    }

    /** {@code dir(object)}. */
    public abstract long dir(ThreadState state, long object);

    /** {@code bool(object)}. */
    public abstract boolean isTrue(ThreadState state, long object);

    /** {@code hash(object)}. */
    public abstract long hash(ThreadState state, long object);

    /** {@code str(object)}. */
    public abstract String str(ThreadState state, long object);

    /** {@code str(object)}, or null if that fails: for the message of an exception, so makes none of its own if it can. */
    public @Nullable String strOrNull(ThreadState state, long object) {
        try {
            return str(state, object);
        } catch (Throwable e) { // whatever __str__ raised: it may have called Java
            return null;
        }
    }

    /** {@code repr(object)}. */
    public abstract String repr(ThreadState state, long object);

    /** Returns the truth of a rich comparison. */
    public abstract boolean compare(ThreadState state, long a, long b, Comparison comparison);

    /** {@code isinstance(object, type)}. */
    public abstract boolean isInstance(ThreadState state, long object, long type);

    /** {@code issubclass(type, other)}. */
    public abstract boolean isSubclass(ThreadState state, long type, long other);

    /** {@code callable(object)}. */
    public abstract boolean isCallable(ThreadState state, long object);

    /** An operator of one operand. */
    public abstract long unary(ThreadState state, UnaryOperator operator, long a);

    /** An operator of two operands. */
    public abstract long binary(ThreadState state, BinaryOperator operator, long a, long b);

    /** {@code pow(a, b, modulus)}; {@code modulus} may be {@code None}. */
    public abstract long power(ThreadState state, long a, long b, long modulus);

    // ---- calls: Java values or references as arguments, a trailing Kwargs is keyword arguments ----

    /** {@code callable(…)}. */
    public abstract long call(ThreadState state, long callable, @Nullable Object @Nullable [] arguments);

    /** {@code callable()}. */
    public abstract long call(ThreadState state, long callable);

    /** {@code callable(a)}. */
    public abstract long call(ThreadState state, long callable, @Nullable Object a);

    /** {@code callable(a, b)}. */
    public abstract long call(ThreadState state, long callable, @Nullable Object a, @Nullable Object b);

    /** {@code callable(a, b, c)}. */
    public abstract long call(
            ThreadState state, long callable, @Nullable Object a, @Nullable Object b, @Nullable Object c);

    /** {@code object.name(…)}. */
    public abstract long callMethod(
            ThreadState state, long object, String name, @Nullable Object @Nullable [] arguments);

    /** {@code object.name()}. */
    public abstract long callMethod(ThreadState state, long object, String name);

    /** {@code object.name(a)}. */
    public abstract long callMethod(ThreadState state, long object, String name, @Nullable Object a);

    /** {@code object.name(a, b)}. */
    public abstract long callMethod(
            ThreadState state, long object, String name, @Nullable Object a, @Nullable Object b);

    /** {@code object.name(a, b, c)}. */
    public abstract long callMethod(
            ThreadState state, long object, String name, @Nullable Object a, @Nullable Object b, @Nullable Object c);

    /** {@code callable(*words)}. */
    public abstract long callWords(ThreadState state, long callable, long... words);

    // ---- code ----

    /** {@code importlib.import_module(name)}. */
    public abstract long importModule(ThreadState state, String name);

    /** A module of source code, entered into {@code sys.modules}; not entered if running it fails. */
    public abstract long moduleFromCode(ThreadState state, String source, String fileName, String name);

    /** {@code compile(source, fileName, mode)}; {@code mode} is {@code exec}, {@code eval} or {@code single}. */
    public abstract long compile(ThreadState state, String source, String fileName, String mode);

    /** Evaluates compiled code; 0 for {@code globals} is those of {@code __main__}, 0 for {@code locals} the globals. */
    public abstract long evaluate(ThreadState state, long code, long globals, long locals);

    /** Runs pending signal handlers of Python. */
    public abstract void checkSignals(ThreadState state);

    // ---- making objects ----

    /** {@code None}. */
    public abstract long none(ThreadState state);

    /** {@code True} or {@code False}. */
    public abstract long ofBoolean(ThreadState state, boolean value);

    /** An {@code int}. */
    public abstract long ofLong(ThreadState state, long value);

    /** An {@code int} of any size. */
    public abstract long ofBigInteger(ThreadState state, BigInteger value);

    /** A {@code float}. */
    public abstract long ofDouble(ThreadState state, double value);

    /** A {@code str}. */
    public abstract long ofString(ThreadState state, String value);

    /** A {@code bytes} with a copy. */
    public abstract long ofBytes(ThreadState state, byte[] value);

    /** An empty dict. */
    public abstract long dict(ThreadState state);

    /**
     * A list, tuple or set of words.
     *
     * @param words counts, taken; if this throws, those that are still the caller's, and 0 in place of the others
     */
    public abstract long container(ThreadState state, Container kind, long[] words);

    /** A list of ints. */
    public abstract long listOf(ThreadState state, long[] values);

    /** A list of floats. */
    public abstract long listOf(ThreadState state, double[] values);

    /** A Java function as a callable. */
    public abstract long function(ThreadState state, String name, PythonFunctionBody body);

    /** A Python object that stands for a Java object, see {@link dev.sanca.spi.PythonRuntime#javaObject}. */
    public abstract long proxy(ThreadState state, Object object);

    /** The Java object that a proxy stands for; null for any other object. */
    public abstract @Nullable Object unwrapOrNull(ThreadState state, long word);

    // ---- values; which type a word is of is asked of TypeReads ----

    /** Whether {@code operator.index(object)} works. */
    public abstract boolean isIndex(ThreadState state, long word);

    /** {@code operator.index(object)}. */
    public abstract long index(ThreadState state, long word);

    /** The value of an int, or {@code orElse} if it does not fit. */
    public abstract long asLong(ThreadState state, long integer, long orElse);

    /** The value of an int. */
    public abstract BigInteger asBigInteger(ThreadState state, long integer);

    /** Whether {@code float(object)} has a chance: a number. */
    public abstract boolean isNumber(ThreadState state, long word);

    /** {@code float(object)} of a number. */
    public abstract double asDouble(ThreadState state, long word);

    /** The text of a str. */
    public abstract String asString(ThreadState state, long string);

    // ---- containers ----

    /** {@code len} of a list. */
    public abstract long listSize(ThreadState state, long list);

    /** An element of a list; the index must be in bounds. */
    public abstract long listItem(ThreadState state, long list, long index);

    /** {@code len} of a tuple. */
    public abstract long tupleSize(ThreadState state, long tuple);

    /** An element of a tuple; the index must be in bounds. */
    public abstract long tupleItem(ThreadState state, long tuple, long index);

    /** {@code list[index] = value}, for an index from zero; a subclass may do it in its own way. */
    public void setListItem(ThreadState state, long list, long index, long value) {
        long key = ofLong(state, index);
        try {
            setItem(state, list, key, value);
        } finally {
            Word.decref(key);
        }
    }

    /** {@code list.append(value)}. */
    public abstract void append(ThreadState state, long list, long value);

    /** {@code set.add(value)}. */
    public abstract void addToSet(ThreadState state, long set, long value);

    /** {@code dict.get(key)}; 0 if there is none. */
    public abstract long dictGet(ThreadState state, long dict, long key);

    /** A new list of a dict's keys, values or items. */
    public abstract long dictList(ThreadState state, long dict, Part part);

    /** {@code list(iterable)}. */
    public abstract long list(ThreadState state, long iterable);

    /** Visits the entries of a dict in its order; whether it kept its size meanwhile. */
    public abstract boolean forEachEntry(ThreadState state, long dict, EntryVisitor visitor);

    // ---- buffers ----

    /** The buffer of an object; null if it has none to give. */
    public abstract @Nullable HeldBuffer bufferOrNull(ThreadState state, long word);

    /** The buffer of an object. */
    public abstract HeldBuffer buffer(ThreadState state, long word);

    /** {@code memoryview(object)}. */
    public abstract long memoryView(ThreadState state, long word);

    /** A {@code memoryview}, in format {@code B}, of the memory of a native segment, which {@code owner} keeps. */
    public abstract long lend(ThreadState state, Object owner, long address, long bytes, boolean readOnly);

    /** A writable {@code memoryview}, in format {@code B}, of bytes that {@code filler} writes at an address. */
    public abstract long memoryView(ThreadState state, long bytes, LongConsumer filler);

    // ---- errors ----

    /** A built-in exception, such as {@code TypeError}, as a Java exception to throw. */
    public abstract RuntimeException error(ThreadState state, String exception, String message);

    /** The {@code __cause__} of an exception, or the {@code __context__} unless suppressed, as a Java exception. */
    public abstract @Nullable Throwable cause(ThreadState state, long exception);

    /** Makes a Java exception the pending one of Python, for code that returns to Python by its own means. */
    public abstract void raise(ThreadState state, Throwable error);

    // ---- the thread ----

    /**
     * What runs attached on a virtual thread.
     *
     * @param <R> its result
     * @param <X> what it throws
     */
    @FunctionalInterface
    public interface Attached<R extends @Nullable Object, X extends Throwable> {
        /** Runs attached; detaches. */
        R run(ThreadState state) throws X;
    }

    /**
     * Starts the runtime if it does not run.
     *
     * @throws IllegalStateException if it has ended
     */
    public abstract void ensureStarted();

    /** Whether it was started and has not ended. */
    public abstract boolean isRunning();

    /** Whether it has ended: nothing attaches to it any more. */
    public boolean hasEnded() {
        return false;
    }

    /** The version of the language, such as {@code 3.14.3}; empty before the start where only that tells. */
    public abstract String version();

    /** The state of this thread if it is attached to this runtime, else null. */
    public abstract @Nullable ThreadState attachedOrNull();

    /** Attaches this platform thread, which is not attached to this runtime. */
    public abstract ThreadState attach();

    /** Runs a body attached on this virtual thread, which is not attached to this runtime, and detaches. */
    public abstract <R extends @Nullable Object, X extends Throwable> R attachVirtual(Attached<R, X> body) throws X;

    /** Gives back what was dropped while no thread was attached. May run Python code. */
    @Override
    public abstract void drainPool();

    /** Makes the thread of the state able to run Python. */
    @Override
    public abstract void enter(ThreadState state);

    /** Undoes {@link #enter}. */
    @Override
    public abstract void leave(ThreadState state);

    /** The runtime's name. */
    @Override
    public abstract String runtime();

    /** The operations of a thread's runtime. */
    public static Operations of(ThreadState state) {
        return (Operations) state.runtime();
    }

    /** The operations of the runtime that a word belongs to; null for an immediate and for a handle of a Java object. */
    public static @Nullable Operations ofOrNull(long word) {
        return (Operations) WordRuntime.ofOrNull(word);
    }
}
