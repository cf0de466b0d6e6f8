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
 * A Python type made by Sanca, each instance of which holds a Java object, and some bytes of data for the maker of the type.
 *
 * <p>The instance owns a capsule, which holds the object. Python knows the capsule as it knows what {@code __slots__} holds,
 * and its own functions for classes written in Python find it, free it and end the instance: no Java code runs in a
 * collection or between an instance and the end of what it owns, and nothing about it depends on the version. The slot's
 * descriptor is taken out of the class, so Python code cannot get at it.
 *
 * <p><b>Ownership:</b> the type lives as long as the process. The Java object is held as long as Python holds the instance.
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
     * Makes a type. Instances can be referred to weakly; subclasses in Python are allowed if {@code spec} says so.
     *
     * @param base borrowed: {@code object}, or a class whose instances are of one size
     * @param bytes of the data, zeros in a new instance
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

    /** The type, borrowed. */
    long type() {
        return data.type();
    }

    /** Whether a borrowed word is an instance of the type or of a subclass. */
    boolean isInstance(long word) {
        return data.isInstance(word);
    }

    /**
     * A new instance; for a type whose base is {@code object}.
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
        if (type == type()) { // it refers to nothing that refers to others: the collector need never look, nor clear it
            objimpl_h.PyObject_GC_UnTrack(instance);
        }
        return instance;
    }

    /**
     * Makes an instance hold a Java object, and no longer the one it may have held.
     *
     * @throws IllegalArgumentException if it is no instance
     */
    void hold(ThreadState state, long instance, Object held) {
        long capsule = PythonErrors.check(state, Capsules.make(held)); // may run Python code: the slot is read after it
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

    /** The Java object of a borrowed word; null if it is no instance, or holds none (yet, or in a cycle that is ending). */
    @Nullable
    Object heldOrNull(long word) {
        if (!data.isInstance(word)) {
            return null;
        }
        long capsule = data.getLong(word, CAPSULE);
        return capsule == 0 ? null : Capsules.get(capsule);
    }

    /**
     * Reads 8 bytes of the data of an instance, {@code at} bytes behind its beginning.
     *
     * @throws IllegalArgumentException if it is no instance
     */
    long getLong(long instance, int at) {
        return data.getLong(instance, BYTES + at);
    }

    /**
     * Writes 8 bytes of the data of an instance, {@code at} bytes behind its beginning.
     *
     * @throws IllegalArgumentException if it is no instance
     */
    void putLong(long instance, int at, long value) {
        data.putLong(instance, BYTES + at, value);
    }
}
