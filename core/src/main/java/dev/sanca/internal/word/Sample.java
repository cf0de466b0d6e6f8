package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.libc;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.pyerrors_h;
import dev.sanca.internal.ffi.tupleobject_h;

/**
 * A live object that the proof looks at, by reads that cannot leave the object's own memory.
 *
 * @param word the object; {@link #close} gives back one count
 * @param size the bytes that {@code __sizeof__} says it has
 */
record Sample(long word, long size) implements AutoCloseable {

    /** Takes the count of a new reference. */
    static Sample of(long word) throws Mismatch {
        if (word == 0) {
            pyerrors_h.PyErr_Clear();
            throw new Mismatch("Python could not make an object to look at");
        }
        return new Sample(word, sizeOf(word));
    }

    /** Takes a count of its own. */
    static Sample borrowed(long word) throws Mismatch {
        object_h.Py_IncRef(word);
        return of(word);
    }

    @Override
    public void close() {
        object_h.Py_DecRef(word);
    }

    long getLong(long offset) throws Mismatch {
        check(offset, Long.BYTES);
        return Memory.getLong(word + offset);
    }

    int getInt(long offset) throws Mismatch {
        check(offset, Integer.BYTES);
        return Memory.getInt(word + offset);
    }

    double getDouble(long offset) throws Mismatch {
        check(offset, Double.BYTES);
        return Memory.getDouble(word + offset);
    }

    void check(long offset, long bytes) throws Mismatch {
        Mismatch.unless(
                offset >= 0 && offset + bytes <= size,
                "an object of " + size + " bytes has no field of " + bytes + " at offset " + offset);
    }

    /**
     * Whether memory can be read. The kernel copies it into a pipe and reports an address it cannot read as an error, where
     * a load of ours would end the process.
     */
    static boolean isReadable(long address, long bytes) {
        long pipe = Memory.allocate(2L * Integer.BYTES);
        if (address <= 0 || libc.pipe(pipe) != 0) {
            Memory.free(pipe);
            return false;
        }
        int reader = Memory.getInt(pipe);
        int writer = Memory.getInt(pipe + Integer.BYTES);
        boolean readable = libc.write(writer, address, 1) == 1 && libc.write(writer, address + bytes - 1, 1) == 1;
        libc.close(reader);
        libc.close(writer);
        Memory.free(pipe);
        return readable;
    }

    private static long sizeOf(long word) throws Mismatch {
        // The class of a class is asked for its unbound method: type.__sizeof__(int), since int.__sizeof__ is that of
        // ints.
        long type = object_h.PyObject_Type(word);
        long method = object_h.PyObject_GetAttrString(type, Memory.constant("__sizeof__"));
        long arguments = tupleobject_h.PyTuple_New(1);
        object_h.Py_IncRef(word);
        tupleobject_h.PyTuple_SetItem(arguments, 0, word);
        long result = method == 0 ? 0 : abstract_h.PyObject_CallObject(method, arguments);
        long size = result == 0 ? -1 : longobject_h.PyLong_AsLongLong(result);
        object_h.Py_DecRef(arguments);
        object_h.Py_DecRef(result);
        object_h.Py_DecRef(method);
        object_h.Py_DecRef(type);
        if (size < 0) {
            pyerrors_h.PyErr_Clear();
            throw new Mismatch("an object does not tell its size");
        }
        return size;
    }
}
