package dev.sanca.internal.convert;

import dev.sanca.Py;
import dev.sanca.PythonException;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.engine.PythonType;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Converts Python objects to references, bound and detached, and to {@code Optional} values. */
final class ReferenceReaders {
    private static final PythonType EXCEPTION = PythonType.of("BaseException");
    private static final Kind<PyAny> ANY = Kind.of(PyAny.class);

    private ReferenceReaders() {}

    /** Returns the reader of a class; null if the class is not one of these. */
    static @Nullable Reader of(Class<?> type, Type[] arguments) {
        if (PyAny.class.isAssignableFrom(type)) {
            Kind<? extends PyAny> kind = Kind.of(type.asSubclass(PyAny.class));
            return (state, word, depth) -> bound(state, word, kind);
        } else if (type == Py.class) {
            Class<?> of = arguments.length == 0 ? PyAny.class : Readers.raw(arguments[0]);
            Kind<? extends PyAny> kind = PyAny.class.isAssignableFrom(of) ? Kind.of(of.asSubclass(PyAny.class)) : ANY;
            return (state, word, depth) -> Face.of(kind, checked(state, word, kind));
        } else if (Throwable.class.isAssignableFrom(type) && type.isAssignableFrom(PythonException.class)) {
            return (state, word, depth) -> throwable(state, word, type);
        } else if (type == Optional.class) {
            Reader value = Readers.lazy(arguments.length == 0 ? Object.class : arguments[0]);
            return (state, word, depth) ->
                    isNone(word) ? Optional.empty() : Optional.ofNullable(value.read(state, word, depth));
        } else if (type == OptionalInt.class) {
            return (state, word, depth) -> isNone(word)
                    ? OptionalInt.empty()
                    : OptionalInt.of((int) Numbers.toRange(state, word, Integer.MIN_VALUE, Integer.MAX_VALUE, "int"));
        } else if (type == OptionalLong.class) {
            return (state, word, depth) ->
                    isNone(word) ? OptionalLong.empty() : OptionalLong.of(Numbers.toLong(state, word));
        } else if (type == OptionalDouble.class) {
            return (state, word, depth) ->
                    isNone(word) ? OptionalDouble.empty() : OptionalDouble.of(Numbers.toDouble(state, word));
        }
        return null;
    }

    /** Returns the exception of Java that a Python exception stands for, or a {@code PythonException}. */
    private static Throwable throwable(ThreadState state, long word, Class<?> type) {
        if (Operations.of(state).unwrapOrNull(state, word) instanceof Throwable java && type.isInstance(java)) {
            return java;
        } else if (!EXCEPTION.isInstance(state, word, false)) {
            throw Numbers.wrongType(state, word, type.getSimpleName(), "an exception");
        }
        Throwable found = Operations.of(state).toJava(state, word);
        if (!type.isInstance(found)) {
            throw Numbers.wrongType(
                    state,
                    word,
                    type.getSimpleName(),
                    "one, but a " + found.getClass().getName());
        }
        return found;
    }

    private static boolean isNone(long word) {
        return dev.sanca.internal.word.TypeReads.isNone(word);
    }

    private static <T extends PyAny> T bound(ThreadState state, long word, Kind<T> kind) {
        return kind.make(state, Word.newRef(checked(state, word, kind)));
    }

    private static long checked(ThreadState state, long word, Kind<?> kind) {
        if (!Operations.of(state).isKind(state, word, kind, false)) {
            throw Numbers.wrongType(state, word, kind.type().getSimpleName(), "an instance of " + kind.pythonName());
        }
        return word;
    }

    /** Returns a new detached reference to a borrowed word. */
    static Py<PyAny> detached(long word) {
        return Face.of(ANY, word);
    }
}
