package dev.sanca.internal.cpython;

import dev.sanca.internal.engine.NearestExceptions;
import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.pyerrors_h;
import dev.sanca.internal.ffi.tupleobject_h;
import dev.sanca.internal.thread.Stops;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
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
        long message = PythonErrors.check(state, Strings.newString(String.valueOf(error.getMessage())));
        long exception;
        try {
            exception = PythonErrors.check(state, CPythonCalls.callOneWord(state, type, message));
        } finally {
            Word.decref(message);
        }
        long capsule = 0;
        try {
            capsule = PythonErrors.check(state, Capsules.make(error));
            CPythonOperations.INSTANCE.setAttr(state, exception, CARRIED, capsule);
            return exception;
        } catch (Throwable e) {
            Word.decref(exception);
            throw e;
        } finally {
            Word.xdecref(capsule);
        }
    }

    /** Returns the type of what stops Python: {@code except Exception} does not catch it. */
    private static long stopType(ThreadState state) {
        AtomicReference<@Nullable Long> kept = TYPES.get(Stops.class);
        Long known = kept.get();
        return known != null
                ? known
                : publish(state, kept, newType("dev.sanca.Stop", PythonErrors.builtin("PyExc_KeyboardInterrupt")));
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
        long made = nearest == null
                ? newType(NearestExceptions.nameOf(type), above)
                : newType(
                        NearestExceptions.nameOf(type),
                        above == 0
                                ? new long[] {PythonErrors.builtin(nearest)}
                                : new long[] {above, PythonErrors.builtin(nearest)});
        if (made == 0 && nearest != null && above != 0) {
            PythonErrors.clear(); // the layouts of the two bases conflict: the base of the Java superclass is enough
            made = newType(NearestExceptions.nameOf(type), above);
        }
        return publish(state, kept, made);
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

    private static long newType(String name, long... bases) {
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
            return pyerrors_h.PyErr_NewException(text, tuple, 0);
        } finally {
            Memory.free(text);
            Word.decref(tuple);
        }
    }
}
