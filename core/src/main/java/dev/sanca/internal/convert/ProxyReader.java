package dev.sanca.internal.convert;

import dev.sanca.internal.engine.Operations;
import dev.sanca.internal.thread.ThreadState;

/** Converts proxies of Java objects back to the same Java objects. */
final class ProxyReader {
    private ProxyReader() {}

    /** Returns the reader of a class whose objects are proxies in Python. */
    static Reader of(Class<?> type) {
        return (state, word, depth) -> read(state, word, type);
    }

    private static Object read(ThreadState state, long word, Class<?> type) {
        Object object = Operations.of(state).unwrapOrNull(state, word);
        if (object == null) {
            throw Numbers.wrongType(state, word, type.getName(), "a Java object");
        } else if (!type.isInstance(object)) {
            throw ConversionError.type(
                    "the Java object is of another class: " + object.getClass().getName() + ", not " + type.getName());
        }
        return object;
    }
}
