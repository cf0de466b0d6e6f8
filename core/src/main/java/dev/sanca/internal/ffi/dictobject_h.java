package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code dictobject.h}: dictionaries. */
public final class dictobject_h {
    private dictobject_h() {}

    private static final MethodHandle PyDict_New = Downcall.of("PyDict_New", OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyDict_New() {
        try {
            return (long) PyDict_New.invokeExact();
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_GetItemWithError =
            Downcall.of("PyDict_GetItemWithError", OBJECT, OBJECT, OBJECT);

    /**
     * Returns a borrowed reference; NULL without a Python error if the key is absent; or NULL with a Python error set.
     * May run Python code.
     */
    public static long PyDict_GetItemWithError(long o, long key) {
        try {
            return (long) PyDict_GetItemWithError.invokeExact(o, key);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_GetItemString =
            Downcall.of("PyDict_GetItemString", OBJECT, OBJECT, JAVA_LONG);

    /** Whether this Python has {@link #PyDict_GetItemString}. */
    public static final boolean HAS_PyDict_GetItemString = LibPython.has("PyDict_GetItemString");

    /**
     * Returns a borrowed reference, or NULL without a Python error. Clears a Python error that occurs. May run Python
     * code.
     */
    public static long PyDict_GetItemString(long o, long utf8) {
        try {
            return (long) PyDict_GetItemString.invokeExact(o, utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_GetItemRef =
            Downcall.of("PyDict_GetItemRef", JAVA_INT, OBJECT, OBJECT, JAVA_LONG);

    /** Whether this Python has {@link #PyDict_GetItemRef}. */
    public static final boolean HAS_PyDict_GetItemRef = LibPython.has("PyDict_GetItemRef");

    /**
     * Returns 1 and stores a new reference in {@code *result}; returns 0 and stores NULL if there is none; returns -1
     * with a Python error set. May run Python code. Since 3.13.
     */
    public static int PyDict_GetItemRef(long o, long key, long result) {
        try {
            return (int) (long) PyDict_GetItemRef.invokeExact(o, key, result);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_SetItem = Downcall.of("PyDict_SetItem", JAVA_INT, OBJECT, OBJECT, OBJECT);

    /**
     * Returns 0, or -1 with a Python error set. Does not steal: adds a strong reference to {@code key} and to
     * {@code v}. May run Python code.
     */
    public static int PyDict_SetItem(long o, long key, long v) {
        try {
            return (int) (long) PyDict_SetItem.invokeExact(o, key, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_SetItemString =
            Downcall.of("PyDict_SetItemString", JAVA_INT, OBJECT, JAVA_LONG, OBJECT);

    /**
     * Returns 0, or -1 with a Python error set. Does not steal: adds a strong reference to {@code v}. May run Python
     * code.
     */
    public static int PyDict_SetItemString(long o, long utf8, long v) {
        try {
            return (int) (long) PyDict_SetItemString.invokeExact(o, utf8, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_DelItem = Downcall.of("PyDict_DelItem", JAVA_INT, OBJECT, OBJECT);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyDict_DelItem(long o, long key) {
        try {
            return (int) (long) PyDict_DelItem.invokeExact(o, key);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_DelItemString =
            Downcall.of("PyDict_DelItemString", JAVA_INT, OBJECT, JAVA_LONG);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyDict_DelItemString(long o, long utf8) {
        try {
            return (int) (long) PyDict_DelItemString.invokeExact(o, utf8);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_Contains = Downcall.of("PyDict_Contains", JAVA_INT, OBJECT, OBJECT);

    /** Returns 1 or 0, or -1 with a Python error set. May run Python code. */
    public static int PyDict_Contains(long o, long key) {
        try {
            return (int) (long) PyDict_Contains.invokeExact(o, key);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_Size = Downcall.of("PyDict_Size", JAVA_LONG, OBJECT);

    /** Returns the number of entries, or -1 with a Python error set. Runs no Python code. */
    public static long PyDict_Size(long o) {
        try {
            return (long) PyDict_Size.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** Returns 1 and stores borrowed references in {@code *key} and {@code *value}, or returns 0 at the end. Is a leaf. */
    public static int PyDict_Next(long o, long position, long key, long value) {
        try {
            return (int) (long) Late.PyDict_Next.invokeExact(o, position, key, value);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_Keys = Downcall.of("PyDict_Keys", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyDict_Keys(long o) {
        try {
            return (long) PyDict_Keys.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_Values = Downcall.of("PyDict_Values", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyDict_Values(long o) {
        try {
            return (long) PyDict_Values.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_Items = Downcall.of("PyDict_Items", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyDict_Items(long o) {
        try {
            return (long) PyDict_Items.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_Clear = Downcall.ofVoid("PyDict_Clear", OBJECT);

    /** Removes all entries and decrements their keys and values. May run Python code. */
    public static void PyDict_Clear(long o) {
        try {
            long _ = (long) PyDict_Clear.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_Copy = Downcall.of("PyDict_Copy", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyDict_Copy(long o) {
        try {
            return (long) PyDict_Copy.invokeExact(o);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_Update = Downcall.of("PyDict_Update", JAVA_INT, OBJECT, OBJECT);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyDict_Update(long o, long other) {
        try {
            return (int) (long) PyDict_Update.invokeExact(o, other);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_Merge = Downcall.of("PyDict_Merge", JAVA_INT, OBJECT, OBJECT, JAVA_INT);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyDict_Merge(long o, long other, int override) {
        try {
            return (int) (long) PyDict_Merge.invokeExact(o, other, (long) override);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_MergeFromSeq2 =
            Downcall.of("PyDict_MergeFromSeq2", JAVA_INT, OBJECT, OBJECT, JAVA_INT);

    /** Returns 0, or -1 with a Python error set. May run Python code. */
    public static int PyDict_MergeFromSeq2(long o, long seq, int override) {
        try {
            return (int) (long) PyDict_MergeFromSeq2.invokeExact(o, seq, (long) override);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_SetDefault =
            Downcall.of("PyDict_SetDefault", OBJECT, OBJECT, OBJECT, OBJECT);

    /** Returns a borrowed reference, or NULL with a Python error set. Does not steal {@code v}. May run Python code. */
    public static long PyDict_SetDefault(long o, long key, long v) {
        try {
            return (long) PyDict_SetDefault.invokeExact(o, key, v);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_SetDefaultRef =
            Downcall.of("PyDict_SetDefaultRef", JAVA_INT, OBJECT, OBJECT, OBJECT, JAVA_LONG);

    /** Whether this Python has {@link #PyDict_SetDefaultRef}. */
    public static final boolean HAS_PyDict_SetDefaultRef = LibPython.has("PyDict_SetDefaultRef");

    /**
     * Returns 1 if the key was present, 0 if {@code v} was inserted, or -1 with a Python error set. Stores a new
     * reference in {@code *result}, or NULL for -1. May run Python code. Since 3.13.
     */
    public static int PyDict_SetDefaultRef(long o, long key, long v, long result) {
        try {
            return (int) (long) PyDict_SetDefaultRef.invokeExact(o, key, v, result);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDict_Pop = Downcall.of("PyDict_Pop", JAVA_INT, OBJECT, OBJECT, JAVA_LONG);

    /** Whether this Python has {@link #PyDict_Pop}. */
    public static final boolean HAS_PyDict_Pop = LibPython.has("PyDict_Pop");

    /**
     * Returns 1 and stores a new reference in {@code *result}; returns 0 and stores NULL if there is none; returns -1
     * with a Python error set. May run Python code. Since 3.13.
     */
    public static int PyDict_Pop(long o, long key, long result) {
        try {
            return (int) (long) PyDict_Pop.invokeExact(o, key, result);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyDictProxy_New = Downcall.of("PyDictProxy_New", OBJECT, OBJECT);

    /** Returns a new reference, or NULL with a Python error set. May run the cyclic garbage collector. */
    public static long PyDictProxy_New(long mapping) {
        try {
            return (long) PyDictProxy_New.invokeExact(mapping);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    /** The handles of functions that no program needs while it starts: linking a call shape takes some milliseconds. */
    private static final class Late {
        static final MethodHandle PyDict_Next =
                Downcall.leaf("PyDict_Next", JAVA_INT, OBJECT, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    }
}
