package dev.sanca.internal.ffi;

/**
 * The two fields of a {@code PyThreadState} by which {@code threading.local} finds the values of a thread, since Python 3.13:
 * a key, and an object whose end removes the values. Both are NULL until the thread first uses a {@code threading.local}.
 *
 * <p>Before 3.13 the values are in the dict of {@code PyThreadState_GetDict}.
 *
 * <p><b>Source:</b> {@code threading_local_key} and {@code threading_local_sentinel} in CPython's
 * {@code Include/cpython/pystate.h}; {@code create_localdummies} in {@code Modules/_threadmodule.c}.
 *
 * <p><b>Thread:</b> attached.
 *
 * @implNote The place of the fields is found by comparison, not assumed: they are the two neighbours that the first use of a
 *     {@code threading.local} sets, to objects of the same type.
 */
public final class ThreadLocalKey {
    private static final int SEARCHED_BYTES = 1536;

    private static int offset;
    private static boolean looked;

    private ThreadLocalKey() {}

    /**
     * Finds the fields in the thread state of this thread, which has used no {@code threading.local} yet. Only the first call
     * does something.
     */
    public static synchronized void find(long tstate) {
        if (looked) {
            return;
        }
        looked = true;
        if (!LibPython.isAtLeast(3, 13)) {
            return; // there are none, and what lies behind the shorter structure is somebody else's
        }
        long[] before = read(tstate);
        long local = newLocal();
        if (local == 0) {
            pyerrors_h.PyErr_Clear();
            return;
        }
        long dict = object_h.PyObject_GetAttrString(local, Memory.constant("__dict__")); // the first use
        long[] after = read(tstate);
        for (int i = 0; i + 1 < before.length && offset == 0; i++) {
            if (before[i] == 0 && before[i + 1] == 0 && areOfOneType(after[i], after[i + 1])) {
                offset = 8 * i;
            }
        }
        if (dict == 0) {
            pyerrors_h.PyErr_Clear();
        } else {
            object_h.Py_DecRef(dict);
        }
        object_h.Py_DecRef(local);
    }

    private static long newLocal() {
        long module = import_h.PyImport_ImportModule(Memory.constant("_thread"));
        if (module == 0) {
            return 0;
        }
        long type = object_h.PyObject_GetAttrString(module, Memory.constant("_local"));
        object_h.Py_DecRef(module);
        if (type == 0) {
            return 0;
        }
        long local = abstract_h.PyObject_CallNoArgs(type);
        object_h.Py_DecRef(type);
        return local;
    }

    /** Returns whether two words that were NULL have become pointers to objects of a type that only {@code _thread} has. */
    private static boolean areOfOneType(long a, long b) {
        if (a == 0 || b == 0 || a == b || ((a | b) & 7) != 0) {
            return false;
        }
        long type = object_h.PyObject_Type(a);
        object_h.Py_DecRef(type);
        long other = object_h.PyObject_Type(b);
        object_h.Py_DecRef(other);
        return type == other;
    }

    /** Takes the key out of a thread state. Returns an owned reference, or 0 if there is none. */
    public static long takeKey(long tstate) {
        return take(tstate, 0);
    }

    /** Takes the sentinel out of a thread state. Returns an owned reference, or 0 if there is none. */
    public static long takeSentinel(long tstate) {
        return take(tstate, 8);
    }

    private static long take(long tstate, int field) {
        if (offset == 0) {
            return 0;
        }
        long word = Memory.getLong(tstate + offset + field);
        Memory.putLong(tstate + offset + field, 0);
        return word;
    }

    /** Puts a key and a sentinel, which are owned, into a thread state that has none. */
    public static void put(long tstate, long key, long sentinel) {
        Memory.putLong(tstate + offset, key);
        Memory.putLong(tstate + offset + 8, sentinel);
    }

    private static long[] read(long tstate) {
        long[] words = new long[SEARCHED_BYTES / 8];
        Memory.copy(tstate, words, 0, words.length);
        return words;
    }
}
