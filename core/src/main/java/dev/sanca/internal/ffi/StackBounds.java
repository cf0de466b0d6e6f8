package dev.sanca.internal.ffi;

/**
 * The bounds of a thread's stack.
 *
 * @param low the lowest address, where the stack ends
 * @param high the first address above the stack, where its first frame ends
 */
public record StackBounds(long low, long high) {
    private static final int ATTRIBUTES_BYTES = 64;

    /** Returns the bounds that the C library reports for this thread. */
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
