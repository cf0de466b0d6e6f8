package dev.sanca.internal.word;

/**
 * What a runtime does with the handles it has given out.
 *
 * <p><b>Thread:</b> counts on any thread; types and identity on a thread attached to the runtime.
 *
 * <p><b>Errors:</b> every method throws {@link IllegalStateException} for a handle that is stale, which its generation
 * tells.
 */
public interface WordOwner {
    /** Adds a count. */
    void incref(long handle);

    /** Takes a count; the last one frees the handle. */
    void decref(long handle);

    /** Whether two handles of this runtime are the same object. */
    boolean is(long a, long b);

    /** The type of an object, borrowed for the life of the runtime. */
    long type(long handle);

    /** Whether the object is an instance of a built-in type, such as {@code int}; if {@code exact}, of no subclass. */
    boolean isInstance(long handle, String type, boolean exact);

    /** Throws if the handle is stale. */
    void check(long handle);
}
