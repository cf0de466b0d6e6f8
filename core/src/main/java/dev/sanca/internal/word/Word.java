package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.object_h;

/**
 * Operations on every word: reference count, type, identity.
 *
 * <p><b>Thread:</b> attached.
 *
 * <p><b>Cost:</b> one test for the tag and, where the layout is proved, a load and a store; a native call only when a
 * count becomes 0. Where it is opaque, one native call each, and two for {@link #type}.
 */
public final class Word {
    /** The word that stands for no object. */
    public static final long NULL = 0;

    /** The number of words that can be pointers. */
    private static final long POINTERS = (1L << 62) - 1;

    private Word() {}

    /** Returns whether a word is not a pointer: tagged, or invalid. */
    public static boolean isTagged(long word) {
        return (word & 3) != 0;
    }

    /**
     * Returns whether a word is a pointer: neither tagged, nor invalid, nor NULL.
     *
     * @implNote One comparison tests all three. The rotation makes the tag the highest bits, and the subtraction sets
     *     the highest bits of NULL. The word 1, the handle with all fields 0, becomes {@code POINTERS} and is excluded.
     */
    public static boolean isObject(long word) {
        return Long.compareUnsigned(Long.rotateRight(word, 2) - 1, POINTERS) < 0;
    }

    /** Returns whether {@link #isObject} is true of all three words, with one comparison. */
    public static boolean areObjects(long a, long b, long c) {
        long all = Long.rotateRight(a, 2) - 1 | Long.rotateRight(b, 2) - 1 | Long.rotateRight(c, 2) - 1;
        return Long.compareUnsigned(all, POINTERS) < 0;
    }

    /** Increments the reference count. The word must not be NULL. */
    public static void incref(long word) {
        if ((word & 3) != 0) {
            Tagged.incref(word);
        } else if (Proved.NARROW_COUNT) {
            increfNarrow(word);
        } else {
            increfOther(word);
        }
    }

    /** Increments the reference count and returns the word. */
    public static long newRef(long word) {
        incref(word);
        return word;
    }

    /**
     * Decrements the reference count. If the count becomes 0, the object is deallocated, which may run Python code. The
     * word must not be NULL.
     */
    public static void decref(long word) {
        if ((word & 3) != 0) {
            Tagged.decref(word);
        } else if (Proved.NARROW_COUNT) {
            decrefNarrow(word);
        } else {
            decrefOther(word);
        }
    }

    /** As {@link #decref}; does nothing for NULL. */
    public static void xdecref(long word) {
        if (word != NULL) {
            decref(word);
        }
    }

    /** Returns the type of an object, borrowed from the object. */
    public static long type(long word) {
        if ((word & 3) == 0 && Proved.TYPE) {
            return Memory.getLong(word, Proved.TYPE_OFFSET);
        }
        return typeOther(word);
    }

    /** Returns whether two words are the same object. */
    public static boolean is(long a, long b) {
        if (((a | b) & 3) != 0) {
            return Tagged.is(a, b);
        }
        return a == b;
    }

    /**
     * Python 3.12 and later: the count has 32 bits and saturates; the upper half of the word has flags and is never
     * written (PEP 683).
     */
    private static void increfNarrow(long word) {
        int count = Memory.getInt(word);
        if (Integer.compareUnsigned(count, Proved.SATURATED) < 0) {
            Memory.putInt(word, count + 1);
        }
    }

    /** A negative count is immortal in every Python from 3.12 on (PEP 683). */
    private static void decrefNarrow(long word) {
        int count = Memory.getInt(word);
        if (count >= 0) {
            Memory.putInt(word, --count);
            if (count == 0) {
                Deallocation.run(word);
            }
        }
    }

    private static void increfOther(long word) {
        if (Proved.WIDE_COUNT) {
            Memory.putLong(word, Memory.getLong(word) + 1);
        } else {
            object_h.Py_IncRef(word);
        }
    }

    private static void decrefOther(long word) {
        if (Proved.WIDE_COUNT) {
            long count = Memory.getLong(word) - 1;
            Memory.putLong(word, count);
            if (count == 0) {
                Deallocation.run(word);
            }
        } else {
            object_h.Py_DecRef(word);
        }
    }

    private static long typeOther(long word) {
        if ((word & 3) != 0) {
            return Tagged.type(word);
        }
        long type = object_h.PyObject_Type(word);
        decref(type); // borrowed from here on: the object keeps its type alive
        return type;
    }
}
