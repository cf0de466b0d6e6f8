package dev.sanca.internal.cpython;

import dev.sanca.Python;
import dev.sanca.PythonException;
import dev.sanca.internal.convert.ToPython;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.engine.NearestExceptions;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.pyerrors_h;
import dev.sanca.internal.ffi.tupleobject_h;
import dev.sanca.internal.reference.Refs;
import dev.sanca.internal.thread.Stops;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyDict;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Represents Java exceptions as Python exceptions.
 *
 * <p>Each class of {@link Throwable} has a Python exception type of its name that derives from the type of its Java superclass
 * and from the nearest built-in one, so {@code except ValueError} catches {@link IllegalArgumentException}. The Python
 * exception holds the Java exception. When it comes back to Java, the Java exception is thrown.
 *
 * <p><b>Ownership:</b> the types live as long as the process; there is one for each class whose exceptions were passed to
 * Python.
 */
final class JavaExceptions {
    private static final String CARRIED = "__java__";

    /** What the type of {@link Throwable} has: an exception finds the methods of its Java object, and {@code dir} shows them. */
    private static final String MEMBERS = """
            def __getattr__(self, name):
                if name.startswith('__'):  # Python asks for many, and no method of Java has such a name
                    raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
                return getattr(java(self), name)

            def __dir__(self):
                return sorted({*BaseException.__dir__(self), *dir(java(self))})
            """;

    /** The Python type of each Java class, kept with the class; null until it is made. */
    private static final ClassValue<AtomicReference<@Nullable Long>> TYPES = new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable Long> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    private static final Set<Long> MADE_TYPES = ConcurrentHashMap.newKeySet();

    private JavaExceptions() {}

    /** Returns the Java exception that a borrowed Python exception holds, or null. */
    static @Nullable Throwable unwrap(ThreadState state, long exception) {
        if (MADE_TYPES.isEmpty() || !MADE_TYPES.contains(Word.type(exception))) {
            return null;
        }
        long capsule = CPythonOperations.INSTANCE.getAttrOrNull(state, exception, CARRIED);
        if (capsule == 0) {
            return null;
        }
        try {
            return Capsules.isOurs(capsule) && Capsules.get(capsule) instanceof Throwable t ? t : null;
        } finally {
            Word.decref(capsule);
        }
    }

    /** Returns a Python exception that holds {@code error}, a new reference. */
    static long wrap(ThreadState state, Throwable error) {
        long type = state.stops().isRaised(error) ? stopType(state) : typeOf(state, error.getClass());
        long exception = instantiate(state, type, error.getMessage());
        long capsule = 0;
        try {
            capsule = PythonErrors.check(state, Capsules.make(error));
            CPythonOperations.INSTANCE.setAttr(state, exception, CARRIED, capsule);
            addCause(state, exception, error.getCause());
            addSuppressed(state, exception, error);
            return exception;
        } catch (Throwable e) {
            Word.decref(exception);
            throw e;
        } finally {
            Word.xdecref(capsule);
        }
    }

    /** Returns a new exception of a type; {@code str} of one without a message is empty, as in Python. */
    private static long instantiate(ThreadState state, long type, @Nullable String message) {
        if (message == null) {
            return CPythonOperations.INSTANCE.call(state, type);
        }
        long text = PythonErrors.check(state, Strings.newString(message));
        try {
            return PythonErrors.check(state, CPythonCalls.callOneWord(state, type, text));
        } finally {
            Word.decref(text);
        }
    }

    private static void addCause(ThreadState state, long exception, @Nullable Throwable cause) {
        if (cause == null || !state.enterCause(CPythonErrors.CAUSES)) {
            return;
        }
        try {
            long word = cause instanceof PythonException python
                            && Face.runtimeOrNull(python.value()) == CPythonOperations.INSTANCE
                    ? Face.newCount(state, python.value())
                    : wrap(state, cause);
            try {
                CPythonOperations.INSTANCE.setAttr(state, exception, "__cause__", word);
            } finally {
                Word.decref(word);
            }
        } finally {
            state.leaveCause();
        }
    }

    /** Python has nothing like a suppressed exception, so each is a note, which its tracebacks show since 3.11. */
    private static void addSuppressed(ThreadState state, long exception, Throwable error) {
        List<String> notes = NearestExceptions.notes(error);
        if (!notes.isEmpty()) {
            long list = ToPython.convert(state, notes);
            try {
                CPythonOperations.INSTANCE.setAttr(state, exception, "__notes__", list);
            } finally {
                Word.decref(list);
            }
        }
    }

    /** Returns the type of what stops Python: {@code except Exception} does not catch it. */
    private static long stopType(ThreadState state) {
        AtomicReference<@Nullable Long> kept = TYPES.get(Stops.class);
        Long known = kept.get();
        return known != null
                ? known
                : publish(state, kept, newType("dev.sanca.Stop", 0, PythonErrors.builtin("PyExc_KeyboardInterrupt")));
    }

    private static long typeOf(ThreadState state, Class<?> type) {
        AtomicReference<@Nullable Long> kept = TYPES.get(type);
        Long known = kept.get();
        if (known != null) {
            return known;
        }
        Class<?> parent = type.getSuperclass();
        long above = parent == null || !Throwable.class.isAssignableFrom(parent) ? 0 : typeOf(state, parent);
        String kind = NearestExceptions.ofOrNull(type);
        String nearest = kind == null ? null : "PyExc_" + kind;
        if (above == 0) {
            return publish(
                    state, kept, newThrowable(state, type, PythonErrors.builtin(Objects.requireNonNull(nearest))));
        }
        long made = nearest == null
                ? newType(NearestExceptions.nameOf(type), 0, above)
                : newType(NearestExceptions.nameOf(type), 0, above, PythonErrors.builtin(nearest));
        if (made == 0 && nearest != null) {
            PythonErrors.clear(); // the layouts of the two bases conflict: the base of the Java superclass is enough
            made = newType(NearestExceptions.nameOf(type), 0, above);
        }
        return publish(state, kept, made);
    }

    /** Returns a new type for {@link Throwable} itself, with its members; 0 with a Python error set. */
    private static long newThrowable(ThreadState state, Class<?> type, long base) {
        Python py = Face.nested(state);
        try {
            PyDict members = py.dict();
            members.set("__name__", "java.lang");
            members.set(
                    "java",
                    py.function(
                            "java",
                            (token, arguments, keywords) ->
                                    unwrap(Face.state(token), Refs.word(arguments.getFirst()))));
            py.run(MEMBERS, members);
            PyDict own = py.dict();
            own.set("__getattr__", members.getItem("__getattr__"));
            own.set("__dir__", members.getItem("__dir__"));
            return newType(NearestExceptions.nameOf(type), Refs.word(own), base);
        } finally {
            Face.closeInnerAnd(py);
        }
    }

    private static long publish(ThreadState state, AtomicReference<@Nullable Long> kept, long made) {
        PythonErrors.check(state, made);
        MADE_TYPES.add(made); // before the type is published, since another thread may raise and catch it at once
        if (kept.compareAndSet(null, made)) {
            return made;
        }
        MADE_TYPES.remove(made);
        Word.decref(made);
        return Objects.requireNonNull(kept.get());
    }

    private static long newType(String name, long members, long... bases) {
        long tuple = tupleobject_h.PyTuple_New(bases.length);
        if (tuple == 0) {
            return 0;
        }
        long text = 0;
        try {
            // The types are never deallocated, so the counts of their bases need not be decremented.
            for (int i = 0; i < bases.length; i++) {
                tupleobject_h.PyTuple_SetItem(tuple, i, Word.newRef(bases[i]));
            }
            text = Memory.newString(name);
            return pyerrors_h.PyErr_NewException(text, tuple, members);
        } finally {
            Memory.free(text);
            Word.decref(tuple);
        }
    }
}
