package dev.sanca.cpython;

import dev.sanca.abi.Word;
import dev.sanca.cpython.ffi.LibPython;
import dev.sanca.cpython.ffi.Memory;
import dev.sanca.cpython.ffi.Upcall;
import dev.sanca.cpython.ffi.abstract_h;
import dev.sanca.cpython.ffi.longobject_h;
import dev.sanca.cpython.ffi.object_h;
import dev.sanca.cpython.ffi.objimpl_h;
import dev.sanca.own.ThreadState;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A Python type whose instances lend native memory of Java by the buffer protocol, and keep the Java object that owns it
 * alive while they live. Every view of the memory keeps its instance, so no {@code releasebuffer} is needed.
 *
 * <p>An instance holds the address, the length, whether it is read-only, and a number in {@link Handles}.
 *
 * <p><b>Source:</b> {@code Include/pybuffer.h}; PEP 697 for the place of the data from 3.12 on.
 */
public final class SegmentExporter {
    private static final int BF_GETBUFFER = 1;
    private static final int TP_DEALLOC = 52;
    private static final int NO_INSTANTIATION = 1 << 7;

    private static final int ADDRESS = 0;
    private static final int LENGTH = 8;
    private static final int READ_ONLY = 16;
    private static final int HANDLE = 20;
    private static final int DATA_BYTES = 24;

    /** Where the data begins before 3.12; 0 where Python tells. */
    private static int offset;

    private static volatile long type;

    private SegmentExporter() {}

    /**
     * A new instance.
     *
     * @param owner what keeps the memory alive; held until the instance dies
     */
    public static long make(ThreadState state, Object owner, long address, long bytes, boolean readOnly) {
        long exporter = Errors.check(state, object_h.PyType_GenericAlloc(type(state), 0));
        long data = data(exporter); // zero so far
        Memory.putLong(data + ADDRESS, address);
        Memory.putLong(data + LENGTH, bytes);
        Memory.putInt(data + READ_ONLY, readOnly ? 1 : 0);
        try {
            Memory.putInt(data + HANDLE, Handles.put(owner) + 1);
        } catch (Throwable e) {
            Word.decref(exporter);
            throw e;
        }
        return exporter;
    }

    private static long data(long exporter) {
        return offset != 0 ? exporter + offset : object_h.PyObject_GetTypeData(exporter, type);
    }

    private static long type(ThreadState state) {
        long known = type;
        return known != 0 ? known : keep(makeType(state));
    }

    private static synchronized long keep(long made) { // a second one, of a race, stays unused
        if (type == 0) {
            type = made;
        }
        return type;
    }

    private static long makeType(ThreadState state) {
        int size = -DATA_BYTES;
        if (!object_h.HAS_PyObject_GetTypeData) {
            offset = headBytes(state);
            size = offset + DATA_BYTES;
        }
        long slots = Memory.allocate(3 * 16); // these and the name stay: the type may point at them
        Memory.putLong(slots, BF_GETBUFFER);
        Memory.putLong(slots + 8, Upcall.of(handle("getBuffer", int.class, long.class, long.class, int.class)));
        Memory.putLong(slots + 16, TP_DEALLOC);
        Memory.putLong(slots + 24, Upcall.of(handle("deallocate", void.class, long.class)));
        long spec = Memory.allocate(32);
        Memory.putLong(spec, Memory.constant("sanca.JavaMemory"));
        Memory.putInt(spec + 8, size);
        Memory.putInt(spec + 16, NO_INSTANTIATION);
        Memory.putLong(spec + 24, slots);
        return Errors.check(state, object_h.PyType_FromSpec(spec));
    }

    private static int headBytes(ThreadState state) {
        long size = ObjectProtocol.getAttr(state, LibPython.address("PyBaseObject_Type"), "__basicsize__");
        long value = longobject_h.PyLong_AsLongLong(size);
        Word.decref(size);
        return (int) value;
    }

    /** Called by Python on any thread: touches no state of ours but the instance. */
    @SuppressWarnings("UnusedMethod") // called through a method handle
    private static int getBuffer(long exporter, long view, int flags) {
        try {
            long data = data(exporter);
            return abstract_h.PyBuffer_FillInfo(
                    view,
                    exporter,
                    Memory.getLong(data + ADDRESS),
                    Memory.getLong(data + LENGTH),
                    Memory.getInt(data + READ_ONLY),
                    flags);
        } catch (Throwable e) { // nothing may leave an upcall; Python reports a missing error by itself
            return -1;
        }
    }

    /** Called by Python on any thread when an instance dies. */
    @SuppressWarnings("UnusedMethod") // called through a method handle
    private static void deallocate(long exporter) {
        try {
            int handle = Memory.getInt(data(exporter) + HANDLE);
            long actual = Word.type(exporter);
            objimpl_h.PyObject_Free(exporter);
            Word.decref(actual);
            if (handle != 0) {
                Handles.remove(handle - 1);
            }
        } catch (Throwable e) { // nothing may leave an upcall; a leak is the lesser harm
        }
    }

    private static MethodHandle handle(String name, Class<?> result, Class<?>... parameters) {
        try {
            return MethodHandles.lookup()
                    .findStatic(SegmentExporter.class, name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
