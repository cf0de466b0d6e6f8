package dev.sanca.internal.engine;

import dev.sanca.internal.reference.DetachedCount;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.HandleTable;
import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.WordOwner;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Java objects as words: handles that no Python has seen, until one needs a proxy.
 *
 * <p><b>Ownership:</b> a word is one count of its handle; the table holds the object until the last is given back.
 *
 * <p><b>Thread:</b> any.
 */
public final class JavaHandles implements WordOwner {
    private static final JavaHandles INSTANCE = new JavaHandles();
    private static final int NUMBER = Tagged.register(INSTANCE);
    private static final HandleTable TABLE = new HandleTable(NUMBER);

    private JavaHandles() {}

    /**
     * An object whose handle has several holders, and what Python has got for it: one Python object for each runtime, whichever
     * holder came first.
     */
    private static final class Shared {
        final Object object;
        final Map<Operations, DetachedCount> proxies = new ConcurrentHashMap<>(1);

        Shared(Object object) {
            this.object = object;
        }

        /** A new count of the proxy. No lock is held while it is made; the second of two that race is given back. */
        long proxy(ThreadState state) {
            DetachedCount known = proxies.get(Operations.of(state));
            if (known == null) {
                DetachedCount made =
                        new DetachedCount(this, Operations.of(state).proxy(state, object));
                known = proxies.putIfAbsent(Operations.of(state), made);
                if (known == null) {
                    known = made;
                } else {
                    made.giveUp();
                }
            }
            return known.newCount();
        }
    }

    /** A new handle of an object. */
    public static long make(Object object) {
        return TABLE.put(object);
    }

    /** Whether a word is a handle of a Java object, good or not. */
    public static boolean isOne(long word) {
        return Tagged.isHandle(word) && Tagged.runtime(word) == NUMBER;
    }

    /**
     * The object of a handle.
     *
     * @throws IllegalStateException if it is stale, or no handle of a Java object
     */
    public static Object get(long word) {
        Object held = TABLE.get(word);
        return held instanceof Shared shared ? shared.object : held;
    }

    /**
     * The Python object of a handle: the same one for all holders of the handle.
     *
     * @return a new count
     * @throws IllegalStateException if it is stale, or no handle of a Java object
     */
    public static long proxy(ThreadState state, long word) {
        Object held = TABLE.get(word);
        if (held instanceof Shared shared) {
            return shared.proxy(state);
        } else if (TABLE.count(word) == 1) { // the only holder will have the proxy, and no handle to give to another
            return Operations.of(state).proxy(state, held);
        }
        TABLE.replace(word, held, new Shared(held));
        return proxy(state, word);
    }

    /** How many there are. Any thread. */
    public static int live() {
        return TABLE.size();
    }

    @Override
    public void incref(long handle) {
        TABLE.incref(handle);
    }

    @Override
    public void decref(long handle) {
        if (TABLE.decref(handle) instanceof Shared last) {
            last.proxies.values().forEach(DetachedCount::giveUp);
        }
    }

    @Override
    public boolean is(long a, long b) {
        check(a);
        check(b);
        return a == b; // two handles of one object become two proxies
    }

    @Override
    public long type(long handle) {
        check(handle);
        throw Tagged.invalid(handle); // an operation asks for the proxy first
    }

    @Override
    public boolean isInstance(long handle, String type, boolean exact) {
        check(handle);
        return false;
    }

    @Override
    public void check(long handle) {
        TABLE.get(handle);
    }
}
