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
 * @implNote The place of the fields is found by comparison, not assumed: the first of them is the key under which a
 *     {@code threading.local} keeps the values of the thread. What lies behind the thread state is read as well, and never taken for a
 *     pointer.
 */
public final class ThreadLocalKey {
    private static final int SEARCHED_BYTES = 1536;

    private static int offset;

    private ThreadLocalKey() {}

    /**
     * Finds the fields. Must be called once, on the thread that starts the use of the interpreter.
     *
     * @param tstate the thread state of this thread
     * @implNote Not later, when several threads may get here: this runs Python code, which may release the GIL, so that a lock here
     *     would be waited for by a thread that holds the GIL.
     */
    public static void find(long tstate) {
        if (!LibPython.isAtLeast(3, 13)) {
            return; // there are none, and what lies behind the shorter structure is somebody else's
        }
        long local = newLocal();
        if (local == 0) {
            pyerrors_h.PyErr_Clear();
            return;
        }
        long dict = object_h.PyObject_GetAttrString(local, Memory.constant("__dict__")); // a use, which sets the fields
        if (dict != 0) {
            object_h.Py_DecRef(dict);
        }
        long key = keyOf(local);
        long[] words = read(tstate);
        for (int i = 0; key != 0 && i + 1 < words.length && offset == 0; i++) {
            if (words[i] == key && words[i + 1] != 0) {
                offset = 8 * i;
            }
        }
        pyerrors_h.PyErr_Clear();
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

    /**
     * Returns the one key of the dict in which a {@code threading.local} keeps the values of each thread; 0 if there is no such dict.
     * Borrowed from the thread state.
     */
    private static long keyOf(long local) {
        long module = import_h.PyImport_ImportModule(Memory.constant("gc"));
        if (module == 0) {
            return 0;
        }
        long function = object_h.PyObject_GetAttrString(module, Memory.constant("get_referents"));
        object_h.Py_DecRef(module);
        if (function == 0) {
            return 0;
        }
        long referents = abstract_h.PyObject_CallOneArg(function, local);
        object_h.Py_DecRef(function);
        if (referents == 0) {
            return 0;
        }
        long key = 0;
        for (long i = listobject_h.PyList_Size(referents) - 1; i >= 0 && key == 0; i--) {
            key = onlyKeyOf(listobject_h.PyList_GetItem(referents, i));
        }
        object_h.Py_DecRef(referents);
        return key;
    }

    /** Returns the key of a dict with one entry, borrowed, and 0 for any other object. */
    private static long onlyKeyOf(long object) {
        if (dictobject_h.PyDict_Size(object) != 1) {
            pyerrors_h.PyErr_Clear(); // not a dict
            return 0;
        }
        long found = Memory.allocate(3 * Long.BYTES);
        try {
            Memory.putLong(found, 0);
            return dictobject_h.PyDict_Next(object, found, found + Long.BYTES, found + 2 * Long.BYTES) == 0
                    ? 0
                    : Memory.getLong(found + Long.BYTES);
        } finally {
            Memory.free(found);
        }
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
