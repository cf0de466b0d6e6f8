package dev.sanca.internal.convert;

import dev.sanca.Python;
import dev.sanca.convert.Converter;
import dev.sanca.internal.engine.Face;
import dev.sanca.internal.reference.Kind;
import dev.sanca.internal.thread.Stack;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import dev.sanca.types.PyAny;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The converters of users, by the class that they convert. */
final class Converters {
    private static final Kind<PyAny> ANY = Kind.of(PyAny.class);
    private static final Map<Class<?>, Converter<?>> ALL = load();

    /** Whether a user's converter converts a class that {@link ToPython} tests first. */
    static final boolean CONVERTS_COMMON_TYPES = Stream.of(
                    String.class, Integer.class, Long.class, Double.class, Boolean.class)
            .anyMatch(type -> nearest(type) != null);

    private Converters() {}

    private static Map<Class<?>, Converter<?>> load() {
        Map<Class<?>, Converter<?>> all = new LinkedHashMap<>();
        add(all, ServiceLoader.load(Converter.class));
        add(all, ServiceLoader.load(Converter.class, Converter.class.getClassLoader()));
        return all;
    }

    @SuppressWarnings("rawtypes") // ServiceLoader takes a raw class
    private static void add(Map<Class<?>, Converter<?>> all, ServiceLoader<Converter> loader) {
        Iterator<Converter> found = loader.iterator();
        while (true) {
            try {
                if (!found.hasNext()) {
                    return;
                }
                Converter<?> converter = found.next();
                all.putIfAbsent(converter.type(), converter);
            } catch (ServiceConfigurationError e) { // the other converters are still usable
                System.getLogger("dev.sanca")
                        .log(System.Logger.Level.WARNING, "A converter cannot be loaded and is left out", e);
            }
        }
    }

    /** Returns a writer that uses the nearest converter for values of a class; null if there is none. */
    static @Nullable Writer writer(Class<?> type) {
        Converter<?> converter = nearest(type);
        return converter == null ? null : (state, value, depth) -> write(state, value, depth, converter);
    }

    /** Returns a reader that uses the converter for a class; null if there is none. */
    static @Nullable Reader reader(Class<?> type) {
        Converter<?> converter = ALL.get(type);
        return converter == null ? null : (state, word, depth) -> read(state, word, converter);
    }

    private static <T> long write(ThreadState state, Object value, int depth, Converter<T> converter) {
        if (Stack.isExhausted(state)) {
            throw ConversionError.depth("no stack left for "
                    + converter.getClass().getName() + ".toPython: does it convert its own" + " result?");
        }
        long word = Word.NULL;
        try {
            Python py = Face.nested(state);
            try {
                word = convert(state, py, value, depth, converter);
            } finally {
                Face.closeInnerAnd(py); // closes also scopes that the converter has left open
            }
            return word;
        } catch (Throwable e) { // the scope may have failed to close
            Word.xdecref(word);
            throw e;
        }
    }

    private static <T> long convert(ThreadState state, Python py, Object value, int depth, Converter<T> converter) {
        Object result = converter.toPython(py, converter.type().cast(value));
        if (result == value) {
            throw ConversionError.type(
                    converter.getClass().getName() + ".toPython returned its argument. Return its Python form:"
                            + " a reference, or a Java value of another class");
        }
        return ToPython.element(state, result, NestingDepth.ofElements(state, depth));
    }

    private static <T> T read(ThreadState state, long word, Converter<T> converter) {
        Thread before = NestingDepth.enterUserCode(state);
        try {
            Python py = Face.nested(state);
            try {
                return converter.fromPython(ANY.make(state, Word.newRef(word)));
            } finally {
                Face.closeInnerAnd(py);
            }
        } finally {
            state.leaveUpcall(before);
        }
    }

    private static @Nullable Converter<?> nearest(Class<?> type) {
        if (ALL.isEmpty()) {
            return null;
        }
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (ALL.containsKey(c) && c != Object.class) {
                return ALL.get(c);
            }
        }
        Deque<Class<?>> interfaces = new ArrayDeque<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            interfaces.addAll(java.util.List.of(c.getInterfaces()));
        }
        for (Class<?> i; (i = interfaces.poll()) != null; interfaces.addAll(java.util.List.of(i.getInterfaces()))) {
            if (ALL.containsKey(i)) {
                return ALL.get(i);
            }
        }
        return ALL.get(Object.class);
    }
}
