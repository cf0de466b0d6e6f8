package dev.sanca.internal.cpython;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The Java objects that Python holds: a table from small numbers, which capsules contain, to objects.
 *
 * <p><b>Ownership:</b> the capsule owns the entry. The capsule's destructor removes it; then the garbage collector may reclaim
 * the object.
 *
 * <p><b>Thread:</b> any. To read takes no lock: a number is read only while its capsule is alive.
 */
final class Handles {
    private static final Object LOCK = new Object();
    private static volatile @Nullable Object[] table = new @Nullable Object[64];
    private static int[] free = new int[64];
    private static int freeCount;
    private static int used;

    private Handles() {}

    /** Puts an object into the table, and returns its number. */
    static int put(Object object) {
        synchronized (LOCK) {
            int index = freeCount > 0 ? free[--freeCount] : used++;
            @Nullable Object[] objects = table;
            if (index == objects.length) {
                objects = Arrays.copyOf(objects, 2 * index);
            }
            objects[index] = object;
            table = objects; // publishes the entry
            return index;
        }
    }

    /** Returns the object of a number that is in use. */
    static Object get(int index) {
        return Objects.requireNonNull(table[index]);
    }

    /** Removes an object from the table, and returns it. */
    static Object remove(int index) {
        synchronized (LOCK) {
            @Nullable Object[] objects = table;
            Object object = Objects.requireNonNull(objects[index]);
            objects[index] = null;
            if (freeCount == free.length) {
                free = Arrays.copyOf(free, 2 * freeCount);
            }
            free[freeCount++] = index;
            table = objects;
            return object;
        }
    }

    /** Returns how many objects Python holds. */
    static int count() {
        synchronized (LOCK) {
            return used - freeCount;
        }
    }
}
