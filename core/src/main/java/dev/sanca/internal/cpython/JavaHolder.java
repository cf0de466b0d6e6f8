package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.TypeSpec;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.objimpl_h;
import dev.sanca.internal.ffi.typeslots_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeData;
import dev.sanca.internal.word.Word;
import org.jspecify.annotations.Nullable;

/**
 * A Python type that Sanca makes. Each instance holds a Java object, and some bytes of data for the code that makes the type.
 *
 * <p>The instance owns a capsule, which holds the object. For Python the capsule is the value of a slot, as {@code __slots__}
 * makes it. So Python's functions for classes written in Python traverse it, clear it and deallocate the instance: no Java code
 * runs in a garbage collection of Python, and nothing depends on the version. The descriptor of the slot is deleted from the
 * class, so that Python code cannot reach the capsule.
 *
 * <p><b>Ownership:</b> the type lives as long as the process. The Java object is held as long as the instance lives.
 *
 * <p><b>Thread:</b> attached.
 */
final class JavaHolder {
    private static final int CAPSULE = 0;
    private static final int WEAK_REFERENCES = 8;
    private static final int BYTES = 16;
    private static final String SLOT = "java";

    private final TypeData data;

    private JavaHolder(TypeData data) {
        this.data = data;
    }

    /**
     * Makes a type. Instances can have weak references. Subclasses in Python are allowed if {@code spec} says so.
     *
     * @param base the base class, borrowed: {@code object}, or a class whose instances all have the same size
     * @param bytes the size of the data, which is zero in a new instance
     */
    static JavaHolder make(ThreadState state, TypeSpec spec, long base, int bytes) {
        spec.flags(object_h.Py_TPFLAGS_HAVE_GC)
                .slot(typeslots_h.Py_tp_traverse, PythonClassSlots.traverse(state))
                .slot(typeslots_h.Py_tp_clear, PythonClassSlots.clear(state))
                .object(SLOT, CAPSULE);
        if (!hasWeakReferences(state, base)) {
            spec.weakReferences(WEAK_REFERENCES);
        }
        TypeData made = TypeData.make(spec, base, BYTES + bytes);
        if (made == null) {
            throw PythonErrors.pending(state);
        }
        try {
            CPythonOperations.INSTANCE.delAttr(state, made.type(), SLOT);
            return new JavaHolder(made);
        } catch (Throwable e) {
            Word.decref(made.type());
            throw e;
        }
    }

    private static boolean hasWeakReferences(ThreadState state, long base) {
        long offset = CPythonOperations.INSTANCE.getAttr(state, base, "__weakrefoffset__");
        try {
            return longobject_h.PyLong_AsLongLong(offset) != 0;
        } finally {
            Word.decref(offset);
        }
    }

    /** Returns the type, borrowed. */
    long type() {
        return data.type();
    }

    /** Returns whether a borrowed word is an instance of the type or of a subclass. */
    boolean isInstance(long word) {
        return data.isInstance(word);
    }

    /**
     * Returns a new instance, a new reference; for a type whose base is {@code object}.
     *
     * @param type the type or a subclass
     */
    long allocate(ThreadState state, long type, Object held) {
        long instance = PythonErrors.check(state, object_h.PyType_GenericAlloc(type, 0));
        try {
            hold(state, instance, held);
        } catch (Throwable e) {
            Word.decref(instance);
            throw e;
        }
        if (type == type()) { // it cannot be part of a reference cycle, so Python's garbage collector need not track it
            objimpl_h.PyObject_GC_UnTrack(instance);
        }
        return instance;
    }

    /**
     * Makes an instance hold a Java object, in place of the one that it may have held.
     *
     * @throws IllegalArgumentException if {@code instance} is not an instance of the type
     */
    void hold(ThreadState state, long instance, Object held) {
        // may run Python code, so the slot is read afterwards
        long capsule = PythonErrors.check(state, Capsules.make(held));
        long before;
        try {
            before = data.getLong(instance, CAPSULE);
            data.putLong(instance, CAPSULE, capsule);
        } catch (Throwable e) {
            Word.decref(capsule);
            throw e;
        }
        Word.xdecref(before);
    }

    /**
     * Returns the Java object of a borrowed word; null if the word is not an instance, or if the instance holds none (not yet,
     * or not any more because Python's garbage collector has cleared it).
     */
    @Nullable
    Object heldOrNull(long word) {
        if (!data.isInstance(word)) {
            return null;
        }
        long capsule = data.getLong(word, CAPSULE);
        return capsule == 0 ? null : Capsules.get(capsule);
    }

    /**
     * Returns 8 bytes of the data of an instance, at the offset {@code at}.
     *
     * @throws IllegalArgumentException if {@code instance} is not an instance of the type
     */
    long getLong(long instance, int at) {
        return data.getLong(instance, BYTES + at);
    }

    /**
     * Writes 8 bytes of the data of an instance, at the offset {@code at}.
     *
     * @throws IllegalArgumentException if {@code instance} is not an instance of the type
     */
    void putLong(long instance, int at, long value) {
        data.putLong(instance, BYTES + at, value);
    }
}
