package dev.sanca.internal.cpython;

import dev.sanca.Kwargs;
import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.PythonFunctionBody;
import dev.sanca.internal.convert.FromPython;
import dev.sanca.internal.convert.ToPython;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.reference.DetachedCount;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.Attachment;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.spi.PythonRuntime;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyBaseException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * CPython as a {@link PythonRuntime}. Sanca does not use it to call CPython. It is for users who write against that interface, and an
 * example of a runtime.
 *
 * <p><b>Ownership:</b> each reference owns one count.
 */
public final class CPythonRuntime implements PythonRuntime {
    /** The name of the runtime. */
    public static final String NAME = "cpython";

    /** The only one. */
    public static final CPythonRuntime INSTANCE = new CPythonRuntime();

    private static final CPythonOperations DO = CPythonOperations.INSTANCE;
    private static final Kind<PyAny> ANY = Kind.of(PyAny.class);

    private final ThreadLocal<Deque<Entry>> entries = ThreadLocal.withInitial(ArrayDeque::new);

    private CPythonRuntime() {}

    private record Reference(long word) {}

    /** What {@link #enter} or {@link #leave} did on this thread. */
    private sealed interface Entry {}

    private enum Nested implements Entry {
        INSTANCE
    }

    private record Attached(Python token) implements Entry {}

    private record Suspended(ThreadState state, boolean outside) implements Entry {}

    private static long word(Object reference) {
        return ((Reference) reference).word;
    }

    private static ThreadState state() {
        return ThreadState.attached("an operation of the runtime " + NAME);
    }

    /** A call of CPython that may raise an exception. */
    private interface Question<R extends @Nullable Object> {
        R ask(ThreadState state);
    }

    private static <R extends @Nullable Object> R ask(Question<R> question) {
        ThreadState state = state();
        try {
            return question.ask(state);
        } catch (PythonException e) {
            throw raised(Face.newCount(state, e.value()));
        }
    }

    /** Returns what a runtime throws for an exception. Consumes the reference, even if this throws. */
    private static Raised raised(long exception) {
        try {
            return new Raised(new Reference(exception));
        } catch (Throwable e) {
            Word.decref(exception);
            throw e;
        }
    }

    /** Returns a reference of this interface. Consumes the word, even if this throws. */
    private static Reference reference(long word) {
        try {
            return new Reference(word);
        } catch (Throwable e) {
            Word.decref(word);
            throw e;
        }
    }

    /** Calls CPython, and returns a reference to the object that it returns. */
    private static Object made(ToLongFunction<ThreadState> question) {
        return ask(state -> reference(question.applyAsLong(state)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        CPython.ensureStarted();
        return CPython.version();
    }

    @Override
    public void enter() {
        Deque<Entry> before = entries.get();
        if (before.peek() instanceof Suspended s) {
            before.pop();
            Attachment.resume(s.state, s.outside);
        } else if (DO.attachedOrNull() != null) {
            before.push(Nested.INSTANCE); // references made under a nested token would be released with it
        } else {
            before.push(new Attached(Python.attach(this)));
        }
    }

    /** Closes the token of {@link #enter}; in the middle of a call, which still needs the token, releases the GIL instead. */
    @Override
    public void leave() {
        Deque<Entry> before = entries.get();
        ThreadState state = state();
        if (before.peek() instanceof Attached a && Face.isInnermost(a.token)) {
            before.pop();
            a.token.close();
        } else if (before.peek() instanceof Nested) {
            before.pop();
        } else {
            before.push(new Suspended(state, Attachment.suspend(state)));
        }
    }

    @Override
    public Object dup(Object reference) {
        return reference(Word.newRef(word(reference)));
    }

    @Override
    public void close(Object reference) {
        new DetachedCount(reference, word(reference)).giveUp(); // at once, or through the release pool
    }

    @Override
    public boolean is(Object a, Object b) {
        return Word.is(word(a), word(b));
    }

    @Override
    public Object type(Object object) {
        return made(state -> DO.type(state, word(object)));
    }

    @Override
    public Object fromJava(@Nullable Object value) {
        return made(state -> switch (value) {
            case null -> DO.none(state);
            case Long v -> DO.ofLong(state, v);
            case BigInteger v -> DO.ofBigInteger(state, v);
            case Double v -> DO.ofDouble(state, v);
            case String v -> DO.ofString(state, v);
            case byte[] v -> DO.ofBytes(state, v);
            case Boolean v -> DO.ofBoolean(state, v);
            default -> throw new IllegalArgumentException("no value of fromJava: " + value.getClass());
        });
    }

    @Override
    public BigInteger asInteger(Object integer) {
        return ask(state -> DO.asBigInteger(state, word(integer)));
    }

    @Override
    public long asLong(Object integer, long orElse) {
        return ask(state -> DO.asLong(state, word(integer), orElse));
    }

    @Override
    public double asDouble(Object floating) {
        return ask(state -> DO.asDouble(state, word(floating)));
    }

    @Override
    public String asString(Object string) {
        return ask(state -> DO.asString(state, word(string)));
    }

    @Override
    public byte[] asBytes(Object bytes) {
        return ask(state -> (byte[]) Objects.requireNonNull(FromPython.convert(state, word(bytes), byte[].class)));
    }

    @Override
    public Object getAttr(Object object, String name) {
        return made(state -> DO.getAttr(state, word(object), name));
    }

    @Override
    public void setAttr(Object object, String name, @Nullable Object value) {
        ask(state -> {
            if (value == null) {
                DO.delAttr(state, word(object), name);
            } else {
                DO.setAttr(state, word(object), name, word(value));
            }
            return true;
        });
    }

    @Override
    public Object call(Object callable, Object[] arguments, Map<String, Object> keywords) {
        long[] words = Arrays.stream(arguments).mapToLong(CPythonRuntime::word).toArray();
        if (keywords.isEmpty()) {
            return made(state -> DO.callWords(state, word(callable), words));
        }
        return made(state -> {
            List<PyAny> positional =
                    Arrays.stream(words).mapToObj(word -> bound(state, word)).toList();
            Map<String, PyAny> named = new LinkedHashMap<>();
            keywords.forEach((name, value) -> named.put(name, bound(state, word(value))));
            List<@Nullable Object> all = new ArrayList<>(positional);
            all.add(Kwargs.of(named));
            try {
                return DO.call(state, word(callable), all.toArray());
            } finally {
                positional.forEach(PyAny::close);
                named.values().forEach(PyAny::close);
            }
        });
    }

    private static PyAny bound(ThreadState state, long word) {
        return ANY.make(state, Word.newRef(word));
    }

    @Override
    public Object getItem(Object object, Object key) {
        return made(state -> DO.getItem(state, word(object), word(key)));
    }

    @Override
    public @Nullable Object next(Object iterator) {
        return ask(state -> {
            long next = DO.next(state, word(iterator));
            return next == 0 ? null : reference(next);
        });
    }

    @Override
    public Object importModule(String name) {
        return made(state -> DO.importModule(state, name));
    }

    @Override
    public Object compile(String source, String fileName, String mode) {
        return made(state -> DO.compile(state, source, fileName, mode));
    }

    @Override
    public Object eval(Object code, @Nullable Object globals, @Nullable Object locals) {
        return made(state ->
                DO.evaluate(state, word(code), globals == null ? 0 : word(globals), locals == null ? 0 : word(locals)));
    }

    @Override
    public Object function(String name, Function body) {
        return made(state -> DO.function(state, name, bodyOf(body)));
    }

    private static PythonFunctionBody bodyOf(Function body) {
        return (py, arguments, keywords) -> {
            Object[] given = arguments.stream().map(CPythonRuntime::borrowed).toArray();
            Map<String, Object> named = new LinkedHashMap<>();
            keywords.forEach((key, value) -> named.put(key, borrowed(value)));
            try {
                return ANY.make(state(), word(body.call(given, named)));
            } catch (Raised e) {
                try (PyBaseException exception =
                        ANY.make(state(), word(e.exception())).cast(PyBaseException.class)) {
                    throw new PythonException(exception);
                }
            }
        };
    }

    /** Returns a reference that is valid during the call, while the argument is reachable. */
    private static Object borrowed(PyAny argument) {
        return new Reference(Refs.word(argument));
    }

    @Override
    public Object lendBuffer(ByteBuffer memory) {
        return made(state -> ToPython.convert(state, memory));
    }

    @Override
    public Object javaObject(Object object, Members members) {
        return made(state -> DO.proxy(state, object));
    }

    @Override
    public @Nullable Object javaObjectOrNull(Object reference) {
        return ask(state -> DO.unwrapOrNull(state, word(reference)));
    }
}
