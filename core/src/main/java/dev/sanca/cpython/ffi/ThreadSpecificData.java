package dev.sanca.cpython.ffi;

/**
 * A thread's value of a key of {@code pthread_key_create}, where it lies. glibc keeps the values of the first 32 keys in the
 * thread's own descriptor, to which {@code pthread_self} points.
 *
 * @implNote The value's place is not assumed but found: as that of a value that was just set.
 *
 * <p><b>Source:</b> {@code specific_1stblock} in glibc's {@code nptl/descr.h}.
 */
public final class ThreadSpecificData {
    private static final int LOOK_AT_BYTES = 1536;
    private static final long SAMPLE = 0x5a9c_a71e_3d0f_6b28L;

    private ThreadSpecificData() {}

    /**
     * The place of the key's value, in bytes from {@code pthread_self}, the same on every thread; 0 if it is not known. Sets
     * this thread's value to NULL.
     */
    public static int find(int key) {
        if (!libc.isGlibc()) {
            return 0;
        }
        long self = libc.pthread_self();
        libc.pthread_setspecific(key, SAMPLE);
        int found = 0;
        for (int at = 8; at < LOOK_AT_BYTES; at += 8) {
            if (get(self, at) == SAMPLE) {
                found = found == 0 ? at : -1;
            }
        }
        libc.pthread_setspecific(key, 0);
        return found > 0 && get(self, found) == 0 ? found : 0;
    }

    /** The value of this thread, whose {@code pthread_self} it is. */
    public static long get(long thread, int offset) {
        return Memory.getLong(thread + offset);
    }

    /**
     * Sets the value of this thread, whose {@code pthread_self} it is. The C library looks at the value when the thread ends if
     * the thread has set one by {@code pthread_setspecific} before.
     */
    public static void set(long thread, int offset, long value) {
        Memory.putLong(thread + offset, value);
    }
}
