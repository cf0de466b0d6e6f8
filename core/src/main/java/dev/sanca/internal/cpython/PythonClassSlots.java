package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.dictobject_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.tupleobject_h;
import dev.sanca.internal.ffi.typeslots_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;

/**
 * The C functions by which Python's garbage collector visits and clears instances of classes that are written in Python, read from such a
 * class. They visit and clear the members that a type declares, then those of its base, and visit the type itself where a version
 * requires that.
 *
 * <p>The function that deallocates an instance is not read: {@code PyType_FromSpec} uses it for a type that names none.
 *
 * <p><b>Source:</b> {@code subtype_traverse}, {@code subtype_clear} and {@code subtype_dealloc} of
 * {@code Objects/typeobject.c}.
 */
final class PythonClassSlots {
    private PythonClassSlots() {}

    /** A {@code traverseproc}. */
    static long traverse(ThreadState state) {
        return ofNewClass(state, typeslots_h.Py_tp_traverse);
    }

    /** An {@code inquiry}. */
    static long clear(ThreadState state) {
        return ofNewClass(state, typeslots_h.Py_tp_clear);
    }

    private static long ofNewClass(ThreadState state, int slot) {
        long type = newClass(state);
        try {
            return object_h.PyType_GetSlot(type, slot);
        } finally {
            Word.decref(type);
        }
    }

    /** {@code type("x", (), {})}. */
    private static long newClass(ThreadState state) {
        long arguments = PythonErrors.check(state, tupleobject_h.PyTuple_New(3));
        try {
            put(state, arguments, 0, Strings.newString("x"));
            put(state, arguments, 1, tupleobject_h.PyTuple_New(0));
            put(state, arguments, 2, dictobject_h.PyDict_New());
            return PythonErrors.check(state, abstract_h.PyObject_Call(LibPython.address("PyType_Type"), arguments, 0));
        } finally {
            Word.decref(arguments);
        }
    }

    private static void put(ThreadState state, long tuple, int index, long word) {
        tupleobject_h.PyTuple_SetItem(tuple, index, PythonErrors.check(state, word));
    }
}
