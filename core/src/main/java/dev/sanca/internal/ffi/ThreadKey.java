package dev.sanca.internal.ffi;

import org.jspecify.annotations.Nullable;

/**
 * A key of the C library's thread-specific data, and where glibc keeps its values.
 *
 * <p>glibc keeps the values of the first 32 keys in the thread's own descriptor, to which {@code pthread_self} points. The place is
 * not assumed but found: as that of a value that was just set, and proved by a second value.
 *
 * <p><b>Ownership:</b> a key stays until it is {@linkplain #delete deleted}. The destructor is called, with the value, at the end of
 * each thread that has a value other than 0.
 *
 * <p><b>Thread:</b> any; values are the running thread's.
 */
public final class ThreadKey {
    private static final int LOOK_AT_BYTES = 1536;
    private static final long MARK = 0x5A17CA0F_5AFE57ACL;

    private final int key;
    private final int place;

    private ThreadKey(int key, int place) {
        this.key = key;
        this.place = place;
    }

    /**
     * Makes a key.
     *
     * @param destructor the address of a C function that takes the value
     * @return the key; null where there are none, or no more
     */
    public static @Nullable ThreadKey makeOrNull(long destructor) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return null;
        }
        int key = libc.pthread_key_create(destructor);
        return key < 0 ? null : new ThreadKey(key, libc.isGlibc() ? find(key) : 0);
    }

    private static int find(int key) {
        long self = libc.pthread_self();
        int found = 0;
        int places = 0;
        libc.pthread_setspecific(key, MARK);
        for (int at = 8; at < LOOK_AT_BYTES; at += 8) {
            if (Memory.getLong(self + at) == MARK) {
                found = at;
                places++;
            }
        }
        libc.pthread_setspecific(key, ~MARK);
        boolean follows = places == 1 && Memory.getLong(self + found) == ~MARK;
        libc.pthread_setspecific(key, 0);
        return follows && Memory.getLong(self + found) == 0 ? found : 0;
    }

    /** The distance of the value from {@code pthread_self}, in bytes; 0 if it is not known. */
    public int place() {
        return place;
    }

    /** This thread's value; 0 if it has none. Cost: a leaf call. */
    public long get() {
        return libc.pthread_getspecific(key);
    }

    /** Sets this thread's value; 0 is none. Cost: a leaf call. */
    public void set(long value) {
        libc.pthread_setspecific(key, value);
    }

    /**
     * Sets the value of a thread that has had one by {@link #set}, without a call. Only where {@link #place} is known.
     *
     * @param self the running thread's {@code pthread_self}
     */
    public void write(long self, long value) {
        Memory.putLong(self + place, value);
    }

    /** Whether {@link #write} would replace this value. Only where {@link #place} is known. */
    public boolean has(long self, long value) {
        return Memory.getLong(self + place) == value;
    }

    /** Deletes the key: the destructor is called no more. */
    public void delete() {
        libc.pthread_key_delete(key);
    }
}
