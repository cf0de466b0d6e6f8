package dev.sanca.internal.derived;

import dev.sanca.PythonConfig;
import dev.sanca.PythonConfigException;
import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.engine.BinaryOperator;
import dev.sanca.internal.engine.Comparison;
import dev.sanca.internal.engine.HeldBuffer;
import dev.sanca.internal.engine.JavaHandles;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.engine.UnaryOperator;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.reference.ReleasePool;
import dev.sanca.internal.thread.Attachment;
import dev.sanca.internal.thread.ForeignStates;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.Word;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.spi.PythonRuntime.Raised;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The operations of any runtime, made of the few of {@link PythonRuntime}, of Python's module {@code operator} and of the
 * functions of {@code derived.py}.
 *
 * @implNote This file is long because it is a table: one line or two for each operation.
 */
public final class DerivedOperations extends Operations {
    private final PythonRuntime runtime;
    private final DerivedWords words;
    private final DerivedErrors errors;
    private final DerivedCalls calls;
    private final DerivedFunctions functions;
    private final DerivedBuffers buffers;
    private volatile @Nullable DerivedPython python;
    private List<Path> path = List.of();

    /** The operations of a runtime; {@link Runtimes#operations} makes them once. */
    /** The operations of a runtime. */
    public DerivedOperations(PythonRuntime runtime) {
        this.runtime = runtime;
        this.words = new DerivedWords(this, runtime);
        this.errors = new DerivedErrors(this);
        this.calls = new DerivedCalls(this);
        this.functions = new DerivedFunctions(this);
        this.buffers = new DerivedBuffers(this);
    }

    PythonRuntime spi() {
        return runtime;
    }

    DerivedWords words() {
        return words;
    }

    DerivedErrors errors() {
        return errors;
    }

    /** The functions of a runtime that was entered before. */
    DerivedPython python() {
        return Objects.requireNonNull(python, "the runtime was entered");
    }

    @Override
    public String runtime() {
        return runtime.name();
    }

    /** How many objects of the runtime the process holds. Any thread. */
    public int liveHandles() {
        return words.live();
    }

    // ---- words and types ----

    @Override
    public long object(ThreadState state, long word) {
        if (!Tagged.isImmediate(word) && !JavaHandles.isOne(word)) {
            Refs.checkRuntime(state, word, "word");
            words.check(word);
            return word;
        }
        return JavaHandles.isOne(word) ? JavaHandles.proxy(state, word) : calls.word(state, () -> immediate(word));
    }

    private Object immediate(long word) {
        if (Tagged.isInt(word)) {
            return runtime.fromJava(Tagged.intValue(word));
        } else if (word == Tagged.NONE) {
            return runtime.fromJava(null);
        } else if (word == Tagged.ELLIPSIS) {
            return python().call("ellipsis");
        } else if (word == Tagged.NOT_IMPLEMENTED) {
            return python().call("not_implemented");
        }
        return runtime.fromJava(word == Tagged.TRUE);
    }

    @Override
    public boolean isKind(ThreadState state, long word, Kind<?> kind, boolean exact) {
        return calls.ask(state, () -> {
            Object name = runtime.fromJava(kind.type().getSimpleName());
            try {
                Object flag = runtime.fromJava(exact);
                try {
                    return python().truth(python().call("is_kind", words.reference(word), name, flag));
                } finally {
                    runtime.close(flag);
                }
            } finally {
                runtime.close(name);
            }
        });
    }

    @Override
    public long type(ThreadState state, long word) {
        return calls.word(state, () -> runtime.type(words.reference(word)));
    }

    @Override
    public String typeName(ThreadState state, long word) {
        return calls.text(state, "type_name_of", word);
    }

    @Override
    public String nameOfType(ThreadState state, long type) {
        return calls.text(state, "type_name", type);
    }

    @Override
    public boolean is(ThreadState state, long a, long b) {
        return words.is(a, b);
    }

    // ---- the object protocol ----

    @Override
    public long getAttr(ThreadState state, long object, String name) {
        return calls.word(state, () -> runtime.getAttr(words.reference(object), name));
    }

    @Override
    public long getAttrOrNull(ThreadState state, long object, String name) {
        try {
            return words.put(runtime.getAttr(words.reference(object), name));
        } catch (Raised e) {
            errors.forget(e);
            return Word.NULL;
        }
    }

    @Override
    public void setAttr(ThreadState state, long object, String name, long value) {
        calls.ask(state, () -> {
            runtime.setAttr(words.reference(object), name, words.reference(value));
            return true;
        });
    }

    @Override
    public void delAttr(ThreadState state, long object, String name) {
        calls.ask(state, () -> {
            runtime.setAttr(words.reference(object), name, null);
            return true;
        });
    }

    @Override
    public boolean hasAttr(ThreadState state, long object, String name) {
        return calls.ask(state, () -> {
            try {
                runtime.close(runtime.getAttr(words.reference(object), name));
                return true;
            } catch (Raised e) {
                return isNot(e, "AttributeError");
            }
        });
    }

    @Override
    public long getItem(ThreadState state, long object, long key) {
        return calls.word(state, () -> runtime.getItem(words.reference(object), words.reference(key)));
    }

    @Override
    public long getItemOrNull(ThreadState state, long object, long key) {
        return calls.ask(state, () -> {
            try {
                return words.put(runtime.getItem(words.reference(object), words.reference(key)));
            } catch (Raised e) {
                isNot(e, "LookupError");
                return Word.NULL;
            }
        });
    }

    /** False, and forgets what was raised, if it is of a built-in type; else raises it again. */
    private boolean isNot(Raised raised, String type) {
        if (errors.is(raised, type)) {
            errors.forget(raised);
            return false;
        }
        throw raised;
    }

    @Override
    public void setItem(ThreadState state, long object, long key, long value) {
        calls.run(state, "setitem", object, key, value);
    }

    @Override
    public void delItem(ThreadState state, long object, long key) {
        calls.run(state, "delitem", object, key);
    }

    @Override
    public boolean contains(ThreadState state, long object, long value) {
        return calls.test(state, "contains", object, value);
    }

    @Override
    public long length(ThreadState state, long object) {
        return calls.number(state, "len", object);
    }

    @Override
    public long iterator(ThreadState state, long object) {
        return calls.object(state, "iter", object);
    }

    @Override
    public boolean isIterable(ThreadState state, long object) {
        return calls.test(state, "is_iterable", object);
    }

    @Override
    public long next(ThreadState state, long iterator) {
        return calls.ask(state, () -> {
            Object next = runtime.next(words.reference(iterator));
            return next == null ? Word.NULL : words.put(next);
        });
    }

    @Override
    public long dir(ThreadState state, long object) {
        return calls.object(state, "dir", object);
    }

    @Override
    public boolean isTrue(ThreadState state, long object) {
        return calls.test(state, "bool", object);
    }

    @Override
    public long hash(ThreadState state, long object) {
        return calls.number(state, "hash", object);
    }

    @Override
    public String str(ThreadState state, long object) {
        return calls.text(state, "str", object);
    }

    @Override
    public String repr(ThreadState state, long object) {
        return calls.text(state, "repr", object);
    }

    @Override
    public boolean compare(ThreadState state, long a, long b, Comparison comparison) {
        return calls.test(state, comparison.pythonName(), a, b);
    }

    @Override
    public boolean isInstance(ThreadState state, long object, long type) {
        return calls.test(state, "isinstance", object, type);
    }

    @Override
    public boolean isSubclass(ThreadState state, long type, long other) {
        return calls.test(state, "issubclass", type, other);
    }

    @Override
    public boolean isCallable(ThreadState state, long object) {
        return calls.test(state, "callable", object);
    }

    @Override
    public long unary(ThreadState state, UnaryOperator operator, long a) {
        return calls.object(state, operator.pythonName(), a);
    }

    @Override
    public long binary(ThreadState state, BinaryOperator operator, long a, long b) {
        return calls.object(state, operator.pythonName(), a, b);
    }

    @Override
    public long power(ThreadState state, long a, long b, long modulus) {
        return calls.object(state, "pow", a, b, modulus);
    }

    // ---- calls ----

    @Override
    public long call(ThreadState state, long callable, @Nullable Object @Nullable [] arguments) {
        return calls.call(state, callable, arguments);
    }

    @Override
    public long call(ThreadState state, long callable) {
        return calls.call(state, callable, new @Nullable Object[0]);
    }

    @Override
    public long call(ThreadState state, long callable, @Nullable Object a) {
        return calls.call(state, callable, new @Nullable Object[] {a});
    }

    @Override
    public long call(ThreadState state, long callable, @Nullable Object a, @Nullable Object b) {
        return calls.call(state, callable, a, b);
    }

    @Override
    public long call(ThreadState state, long callable, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        return calls.call(state, callable, a, b, c);
    }

    @Override
    public long callMethod(ThreadState state, long object, String name, @Nullable Object @Nullable [] arguments) {
        return calls.callMethod(state, object, name, arguments);
    }

    @Override
    public long callMethod(ThreadState state, long object, String name) {
        return calls.callMethod(state, object, name, new @Nullable Object[0]);
    }

    @Override
    public long callMethod(ThreadState state, long object, String name, @Nullable Object a) {
        return calls.callMethod(state, object, name, new @Nullable Object[] {a});
    }

    @Override
    public long callMethod(ThreadState state, long object, String name, @Nullable Object a, @Nullable Object b) {
        return calls.callMethod(state, object, name, a, b);
    }

    @Override
    public long callMethod(
            ThreadState state, long object, String name, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        return calls.callMethod(state, object, name, a, b, c);
    }

    @Override
    public long callWords(ThreadState state, long callable, long... arguments) {
        return calls.callWords(state, callable, arguments);
    }

    // ---- code ----

    @Override
    public long importModule(ThreadState state, String name) {
        return calls.word(state, () -> runtime.importModule(name));
    }

    @Override
    public long moduleFromCode(ThreadState state, String source, String fileName, String name) {
        return calls.word(state, () -> {
            Object code = runtime.compile(source, fileName, "exec");
            Object file = null;
            Object module = null;
            try {
                file = runtime.fromJava(fileName);
                module = runtime.fromJava(name); // refused, if the name is no text that Python can have
                return python().call("module_from_code", code, file, module);
            } finally {
                closeIfMade(module);
                closeIfMade(file);
                runtime.close(code);
            }
        });
    }

    private void closeIfMade(@Nullable Object reference) {
        if (reference != null) {
            runtime.close(reference);
        }
    }

    @Override
    public long compile(ThreadState state, String source, String fileName, String mode) {
        return calls.word(state, () -> runtime.compile(source, fileName, mode));
    }

    @Override
    public long evaluate(ThreadState state, long code, long globals, long locals) {
        return calls.word(
                state, () -> runtime.eval(words.reference(code), referenceOrNull(globals), referenceOrNull(locals)));
    }

    private @Nullable Object referenceOrNull(long word) {
        return word == Word.NULL ? null : words.reference(word);
    }

    /** The runtime sees to its signals itself. */
    @Override
    public void checkSignals(ThreadState state) {}

    // ---- making objects ----

    private long value(ThreadState state, @Nullable Object value) {
        return calls.word(state, () -> runtime.fromJava(value));
    }

    @Override
    public long none(ThreadState state) {
        return value(state, null);
    }

    @Override
    public long ofBoolean(ThreadState state, boolean value) {
        return value(state, value);
    }

    @Override
    public long ofLong(ThreadState state, long value) {
        return value(state, value);
    }

    @Override
    public long ofBigInteger(ThreadState state, BigInteger value) {
        return value(state, value);
    }

    @Override
    public long ofDouble(ThreadState state, double value) {
        return value(state, value);
    }

    @Override
    public long ofString(ThreadState state, String value) {
        return value(state, value);
    }

    @Override
    public long ofBytes(ThreadState state, byte[] value) {
        return value(state, value);
    }

    @Override
    public long dict(ThreadState state) {
        return calls.object(state, "dict");
    }

    @Override
    public long container(ThreadState state, Container kind, long[] items) {
        String function = switch (kind) {
            case LIST -> "list_of";
            case TUPLE -> "tuple_of";
            case SET -> "set_of";
        };
        long container = calls.object(state, function, items); // which has counts of its own
        for (int i = 0; i < items.length; i++) {
            long item = items[i];
            items[i] = Word.NULL;
            Word.decref(item);
        }
        return container;
    }

    @Override
    public long listOf(ThreadState state, long[] values) {
        return calls.word(
                state,
                () -> buffers.listOf(state, values.length, "q", to -> Memory.copy(values, 0, to, values.length)));
    }

    @Override
    public long listOf(ThreadState state, double[] values) {
        return calls.word(
                state,
                () -> buffers.listOf(state, values.length, "d", to -> Memory.copy(values, 0, to, values.length)));
    }

    @Override
    public long function(ThreadState state, String name, PythonFunctionBody body) {
        return calls.word(state, () -> functionOf(name, body));
    }

    /** The reference of a function. */
    Object functionOf(String name, PythonFunctionBody body) {
        return runtime.function(name, functions.of(body));
    }

    @Override
    public long proxy(ThreadState state, Object object) {
        return calls.word(state, () -> javaObject(object));
    }

    /** The reference of a Java object. */
    Object javaObject(Object object) {
        return runtime.javaObject(object, new DerivedMembers(this, object));
    }

    @Override
    public @Nullable Object unwrapOrNull(ThreadState state, long word) {
        return calls.ask(state, () -> runtime.javaObjectOrNull(words.reference(word)));
    }

    // ---- values ----

    @Override
    public boolean isIndex(ThreadState state, long word) {
        return calls.test(state, "is_index", word);
    }

    @Override
    public long index(ThreadState state, long word) {
        return calls.object(state, "index", word);
    }

    @Override
    public long asLong(ThreadState state, long integer, long orElse) {
        return calls.ask(state, () -> runtime.asLong(words.reference(integer), orElse));
    }

    @Override
    public BigInteger asBigInteger(ThreadState state, long integer) {
        return calls.ask(state, () -> runtime.asInteger(words.reference(integer)));
    }

    @Override
    public boolean isNumber(ThreadState state, long word) {
        return calls.test(state, "is_number", word);
    }

    @Override
    public double asDouble(ThreadState state, long word) {
        return calls.ask(state, () -> {
            if (words.isInstance(word, "float", false)) { // as PyFloat_AsDouble: a subclass is not asked for __float__
                return runtime.asDouble(words.reference(word));
            }
            Object floating = python().call("float", words.reference(word));
            try {
                return runtime.asDouble(floating);
            } finally {
                runtime.close(floating);
            }
        });
    }

    @Override
    public String asString(ThreadState state, long string) {
        return calls.ask(state, () -> runtime.asString(words.reference(string)));
    }

    // ---- containers ----

    @Override
    public long listSize(ThreadState state, long list) {
        return calls.number(state, "list_size", list);
    }

    @Override
    public long listItem(ThreadState state, long list, long index) {
        return item(state, "list_item", list, index);
    }

    @Override
    public long tupleSize(ThreadState state, long tuple) {
        return calls.number(state, "tuple_size", tuple);
    }

    @Override
    public long tupleItem(ThreadState state, long tuple, long index) {
        return item(state, "tuple_item", tuple, index);
    }

    private long item(ThreadState state, String function, long container, long index) {
        return calls.word(state, () -> {
            Object key = runtime.fromJava(index);
            try {
                return python().call(function, words.reference(container), key);
            } finally {
                runtime.close(key);
            }
        });
    }

    @Override
    public void append(ThreadState state, long list, long value) {
        calls.run(state, "append", list, value);
    }

    @Override
    public void addToSet(ThreadState state, long set, long value) {
        calls.run(state, "add_to_set", set, value);
    }

    @Override
    public long dictGet(ThreadState state, long dict, long key) {
        return calls.ask(state, () -> {
            long value = words.put(python().call("dict_get", words.reference(dict), words.reference(key)));
            if (runtime.is(words.reference(value), python().missing)) {
                Word.decref(value);
                return Word.NULL;
            }
            return value;
        });
    }

    @Override
    public long dictList(ThreadState state, long dict, Part part) {
        return calls.object(
                state,
                switch (part) {
                    case KEYS -> "dict_keys";
                    case VALUES -> "dict_values";
                    case ITEMS -> "dict_items";
                },
                dict);
    }

    @Override
    public long list(ThreadState state, long iterable) {
        return calls.object(state, "list", iterable);
    }

    @Override
    public boolean forEachEntry(ThreadState state, long dict, EntryVisitor visitor) {
        long size = calls.number(state, "dict_size", dict);
        long entries = calls.object(state, "entries", dict);
        try {
            for (long key; (key = next(state, entries)) != Word.NULL; ) {
                visit(state, key, entries, visitor);
            }
        } finally {
            Word.decref(entries);
        }
        return calls.number(state, "dict_size", dict) == size;
    }

    /** Takes the count of {@code key}. */
    private void visit(ThreadState state, long key, long entries, EntryVisitor visitor) {
        long value = Word.NULL;
        try {
            value = next(state, entries);
            visitor.entry(key, value);
        } finally {
            Word.xdecref(value);
            Word.decref(key);
        }
    }

    // ---- buffers ----

    @Override
    public @Nullable HeldBuffer bufferOrNull(ThreadState state, long word) {
        return calls.<@Nullable HeldBuffer>ask(state, () -> buffers.ofOrNull(word));
    }

    @Override
    public HeldBuffer buffer(ThreadState state, long word) {
        return calls.ask(state, () -> buffers.of(word));
    }

    @Override
    public long memoryView(ThreadState state, long word) {
        return calls.object(state, "memoryview", word);
    }

    @Override
    public long lend(ThreadState state, Object owner, long address, long bytes, boolean readOnly) {
        return calls.word(state, () -> buffers.lend(state, owner, address, bytes, readOnly));
    }

    @Override
    public long memoryView(ThreadState state, long bytes, LongConsumer filler) {
        return calls.word(state, () -> buffers.filled(state, bytes, filler));
    }

    // ---- errors ----

    @Override
    public RuntimeException error(ThreadState state, String exception, String message) {
        return errors.of(state, exception, message);
    }

    @Override
    public @Nullable Throwable cause(ThreadState state, long exception) {
        return errors.cause(state, exception);
    }

    /** There is no indicator to set: the function that is running raises it when it returns. */
    @Override
    public void raise(ThreadState state, Throwable error) {
        state.restore(error);
    }

    // ---- the thread ----

    /** See {@link dev.sanca.Python#initialize}. */
    public void initialize(PythonConfig config) {
        if (isRunning()) {
            throw new IllegalStateException("Python runs already (" + runtime.name() + " " + version()
                    + "): call Python.initialize once, before the first attach");
        }
        if (config.python().isPresent() || config.home().isPresent()) {
            throw new PythonConfigException("the runtime " + runtime.name() + " is not started from an installation:"
                    + " leave python and home out of its PythonConfig, or name the runtime cpython");
        }
        path = config.path();
        Attachment.leave(attach());
    }

    /** A runtime starts when it is first entered. */
    @Override
    public void ensureStarted() {}

    @Override
    public boolean isRunning() {
        return python != null;
    }

    @Override
    public String version() {
        return runtime.version();
    }

    @Override
    public @Nullable ThreadState attachedOrNull() {
        return ForeignStates.attachedOrNull(this);
    }

    @Override
    public ThreadState attach() {
        return ForeignStates.attach(this);
    }

    @Override
    public <R extends @Nullable Object, X extends Throwable> R attachVirtual(Attached<R, X> body) throws X {
        return body.run(attach()); // a runtime's thread is Java's: nothing is bound to the carrier
    }

    @Override
    public void drainPool() {
        ReleasePool.drainUnreachable();
    }

    @Override
    public void enter(ThreadState state) {
        runtime.enter();
        if (python == null) {
            try {
                start();
            } catch (Throwable e) {
                runtime.leave();
                throw e;
            }
        }
    }

    /** Of two threads that race both start, and one is taken: no lock is held while Python code runs. */
    private void start() {
        DerivedPython started = new DerivedPython(runtime);
        for (Path directory : path) {
            Object text = runtime.fromJava(directory.toString());
            runtime.close(started.call("add_path", text));
            runtime.close(text);
        }
        path = List.of();
        python = started;
    }

    @Override
    public void leave(ThreadState state) {
        runtime.leave();
    }
}
