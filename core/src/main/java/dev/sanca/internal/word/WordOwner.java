package dev.sanca.internal.word;

/**
 * The runtime that owns handles, as {@link Tagged} sees it.
 *
 * <p><b>Thread:</b> reference counts on any thread; types and identity on a thread attached to the runtime.
 *
 * <p><b>Errors:</b> every method throws {@link IllegalStateException} for a stale handle, which its generation tells.
 */
public interface WordOwner {
    /** Increments the reference count. */
    void incref(long handle);

    /** Decrements the reference count; at 0 the handle is freed. */
    void decref(long handle);

    /** Returns whether two handles of this runtime are the same object. */
    boolean is(long a, long b);

    /** Returns the type of an object, borrowed and valid as long as the runtime. */
    long type(long handle);

    /**
     * Returns whether the object is an instance of a built-in type.
     *
     * @param exact whether instances of subclasses are excluded
     */
    boolean isInstance(long handle, BuiltinType type, boolean exact);

    /** Throws if the handle is stale. */
    void check(long handle);
}
