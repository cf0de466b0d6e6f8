package dev.sanca.internal.engine;

import dev.sanca.internal.reference.DetachedCount;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.BuiltinType;
import dev.sanca.internal.word.HandleTable;
import dev.sanca.internal.word.Tagged;
import dev.sanca.internal.word.WordOwner;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The Java objects that Python, or a reference, holds: each by a handle. A handle is a word, which gets a Python object, a
 * proxy, only when Python needs one; and it is what CPython's capsules contain.
 *
 * <p><b>Ownership:</b> an owned word is one count of its handle; a capsule owns the one count of its own handle. The table holds the
 * object until the last count is decremented.
 *
 * <p><b>Thread:</b> any.
 */
public final class JavaHandles implements WordOwner {
    private static final JavaHandles INSTANCE = new JavaHandles();
    private static final int NUMBER = Tagged.register(INSTANCE);
    private static final HandleTable TABLE = new HandleTable(NUMBER);

    private JavaHandles() {}

    /**
     * An object whose handle has several holders, and its proxies: one for each runtime, so that all holders get the same
     * Python object.
     */
    private static final class Shared {
        final Object object;
        final Map<Operations, DetachedCount> proxies = new ConcurrentHashMap<>(1);

        Shared(Object object) {
            this.object = object;
        }

        /**
         * Returns the proxy, a new reference. No lock is held while it is made: if two threads make one at the same time, the
         * second one is released.
         */
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

    /** Returns a new handle of an object. */
    public static long make(Object object) {
        return TABLE.put(object);
    }

    /** Returns whether a word is a handle of a Java object, valid or stale. */
    public static boolean isOne(long word) {
        return Tagged.isHandle(word) && Tagged.runtime(word) == NUMBER;
    }

    /**
     * Returns the object of a handle.
     *
     * @throws IllegalStateException if it is stale, or no handle of a Java object
     */
    public static Object get(long word) {
        Object held = TABLE.get(word);
        return held instanceof Shared shared ? shared.object : held;
    }

    /**
     * Returns the Python object of a handle: the same one for all holders of the handle.
     *
     * @return a new reference
     * @throws IllegalStateException if it is stale, or no handle of a Java object
     */
    public static long proxy(ThreadState state, long word) {
        Object held = TABLE.get(word);
        if (held instanceof Shared shared) {
            return shared.proxy(state);
        } else if (TABLE.count(word) == 1) { // the only holder replaces its handle by the proxy
            return Operations.of(state).proxy(state, held);
        }
        TABLE.replace(word, held, new Shared(held));
        return proxy(state, word);
    }

    /**
     * Releases a handle that has one count and was never a word.
     *
     * @return the object
     * @throws IllegalStateException if it is stale, or no handle of a Java object
     */
    public static @Nullable Object release(long handle) {
        return TABLE.decref(handle);
    }

    /** Returns how many handles there are. Any thread. */
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
        return a == b; // two handles of the same object become two proxies
    }

    @Override
    public long type(long handle) {
        check(handle);
        throw Tagged.invalid(handle); // every operation uses the proxy
    }

    @Override
    public boolean isInstance(long handle, BuiltinType type, boolean exact) {
        check(handle);
        return false;
    }

    @Override
    public void check(long handle) {
        TABLE.get(handle);
    }
}
