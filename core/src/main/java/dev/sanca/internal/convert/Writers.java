package dev.sanca.internal.convert;

import dev.sanca.Kwargs;
import dev.sanca.Py;
import dev.sanca.PythonException;
import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.ffi.Segments;
import dev.sanca.internal.thread.ThreadState;
import java.lang.reflect.Proxy;
import java.nio.Buffer;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the writer of a Java class. It is looked up once for each class, and kept with the class.
 *
 * <p>The order matters for a class that fits several writers: a user's {@link dev.sanca.convert.Converter} comes first, then
 * single values, then containers, then objects that can be iterated or called. An object of any other class becomes a proxy.
 */
final class Writers {
    private static final Writer PROXY = Writers::proxy;

    private static final ClassValue<Writer> KNOWN = new ClassValue<>() {
        @Override
        protected Writer computeValue(Class<?> type) {
            return find(type);
        }
    };

    private Writers() {}

    /** Returns the Python object for a value, a new reference. */
    static long write(ThreadState state, Object value, int depth) {
        return KNOWN.get(value.getClass()).write(state, value, depth);
    }

    /** Returns whether objects of a class become proxies. */
    static boolean isProxied(Class<?> type) {
        return KNOWN.get(type) == PROXY;
    }

    private static Writer find(Class<?> type) {
        if (type == Kwargs.class) {
            return Writers::rejectKwargs;
        }
        Writer writer = Converters.writer(type);
        if (writer == null && Proxy.isProxyClass(type)) {
            Writer usual = findOther(type);
            return (state, value, depth) -> {
                long word = ReferenceWriters.ofView(state, value);
                return word != 0 ? word : usual.write(state, value, depth);
            };
        }
        return writer != null ? writer : findOther(type);
    }

    private static Writer findOther(Class<?> type) {
        Writer writer = value(type);
        if (writer == null) {
            writer = container(type);
        }
        if (writer == null) {
            writer = iteratorOrFunction(type);
        }
        return writer != null ? writer : PROXY;
    }

    private static @Nullable Writer value(Class<?> type) {
        Writer writer = NumberWriters.of(type);
        if (writer == null) {
            writer = TimeWriters.of(type);
        }
        if (writer == null) {
            writer = TextualValues.writer(type);
        }
        if (writer != null) {
            return writer;
        } else if (type == Py.class) {
            return Writer.of(Py.class, ReferenceWriters::ofDetached);
        } else if (type == PythonException.class) {
            return Writer.of(PythonException.class, ReferenceWriters::ofException);
        } else if (Enum.class.isAssignableFrom(type)) {
            return Enums::write;
        }
        return commonType(type);
    }

    /**
     * Returns the writer of a class that {@link ToPython} tests first; used if a user's converter converts one of those
     * classes.
     */
    private static @Nullable Writer commonType(Class<?> type) {
        return type == Integer.class || type == Long.class || type == Double.class || type == Boolean.class
                ? (state, value, depth) -> ToPython.convertBuiltin(state, value)
                : null;
    }

    private static @Nullable Writer container(Class<?> type) {
        if (type.isArray()) {
            return type.componentType().isPrimitive() ? ArrayWriters.of(type) : ContainerWriters::list;
        } else if (Segments.isSegment(type)) {
            return BufferWriters::segment;
        } else if (Buffer.class.isAssignableFrom(type)) {
            return BufferWriters::buffer;
        } else if (Map.class.isAssignableFrom(type)) {
            return ContainerWriters::dict;
        } else if (Set.class.isAssignableFrom(type)) {
            return ContainerWriters::set;
        } else if (Collection.class.isAssignableFrom(type)) {
            return ContainerWriters::list;
        } else if (type.isRecord()) {
            return Records::write;
        } else if (type == Optional.class) {
            return (state, value, depth) -> ToPython.element(state, ((Optional<?>) value).orElse(null), depth);
        }
        return null;
    }

    private static @Nullable Writer iteratorOrFunction(Class<?> type) {
        if (Iterator.class.isAssignableFrom(type)
                || Iterable.class.isAssignableFrom(type)
                || BaseStream.class.isAssignableFrom(type)) {
            return IteratorWriter::write;
        }
        return FunctionWriter.of(type);
    }

    /** Rejects a {@code Kwargs}: as a proxy it would be of no use to Python, so the caller must have meant something else. */
    private static long rejectKwargs(ThreadState state, Object value, int depth) {
        throw new IllegalArgumentException(
                "a Kwargs is not a value that Python can have: it is the last argument of call or"
                        + " callMethod. Pass it there, or a Map where Python should get a dict");
    }

    private static long proxy(ThreadState state, Object value, int depth) {
        return Operations.of(state).proxy(state, value);
    }
}
