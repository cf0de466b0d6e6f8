package dev.sanca.own;

import dev.sanca.abi.HandleTable;
import dev.sanca.abi.Tagged;
import dev.sanca.abi.WordOwner;

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
        return TABLE.get(word);
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
        TABLE.decref(handle);
    }

    @Override
    public boolean is(long a, long b) {
        return TABLE.get(a) == TABLE.get(b);
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
