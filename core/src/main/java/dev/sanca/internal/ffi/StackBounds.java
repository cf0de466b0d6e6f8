package dev.sanca.internal.ffi;

/**
 * Where the stack of a thread lies.
 *
 * @param low its far end
 * @param high where it begins, the first address that does not belong to it
 */
public record StackBounds(long low, long high) {
    private static final int ATTRIBUTES_BYTES = 64;

    /** Of the running thread, by the C library. */
    public static StackBounds ofThisThread() {
        long attributes = Memory.allocate(ATTRIBUTES_BYTES + 2L * Long.BYTES);
        try {
            long low = attributes + ATTRIBUTES_BYTES;
            long size = low + Long.BYTES;
            libc.pthread_getattr_np(libc.pthread_self(), attributes);
            libc.pthread_attr_getstack(attributes, low, size);
            libc.pthread_attr_destroy(attributes);
            return new StackBounds(Memory.getLong(low), Memory.getLong(low) + Memory.getLong(size));
        } finally {
            Memory.free(attributes);
        }
    }
}
