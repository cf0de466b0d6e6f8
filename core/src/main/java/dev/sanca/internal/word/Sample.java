package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.libc;
import dev.sanca.internal.ffi.longobject_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.pyerrors_h;
import dev.sanca.internal.ffi.tupleobject_h;

/**
 * A live object that the proof examines, by reads that stay inside the object's memory.
 *
 * <p><b>Ownership:</b> owns one reference, which {@link #close} releases.
 *
 * @param word the object
 * @param size the number of bytes that {@code __sizeof__} returns
 */
record Sample(long word, long size) implements AutoCloseable {

    /** Steals a new reference. */
    static Sample of(long word) throws Mismatch {
        if (word == 0) {
            pyerrors_h.PyErr_Clear();
            throw new Mismatch("Python could not create a sample object");
        }
        return new Sample(word, sizeOf(word));
    }

    /** Borrows a reference: increments the object. */
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
     * Returns whether memory can be read. The kernel copies it into a pipe and reports an address that it cannot read
     * as an error, where a load would end the process.
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
        // The unbound method of the object's type is called: for the object int, type.__sizeof__(int), since
        // int.__sizeof__ is the method of its instances.
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
