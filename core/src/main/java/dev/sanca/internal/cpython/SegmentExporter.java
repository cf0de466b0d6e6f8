package dev.sanca.internal.cpython;

import dev.sanca.internal.ffi.LibPython;
import dev.sanca.internal.ffi.TypeSpec;
import dev.sanca.internal.ffi.Upcall;
import dev.sanca.internal.ffi.abstract_h;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.internal.ffi.typeslots_h;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.Word;
import java.lang.invoke.MethodHandles;

/**
 * A Python type whose instances export native memory of Java by the buffer protocol, and hold the Java object that owns the
 * memory. Every view of the memory keeps its instance alive, so no {@code releasebuffer} is needed.
 *
 * <p>The data of an instance are the address, the length, and whether the memory is read-only.
 *
 * <p><b>Source:</b> {@code Include/pybuffer.h}.
 */
public final class SegmentExporter {
    private static final int ADDRESS = 0;
    private static final int LENGTH = 8;
    private static final int READ_ONLY = 16;
    private static final int DATA_BYTES = 24;

    private static final HolderType TYPE = new HolderType(SegmentExporter::makeType);

    private SegmentExporter() {}

    /**
     * Returns a new instance, a new reference.
     *
     * @param owner the object that owns the memory; it is held until the instance is deallocated
     */
    public static long make(ThreadState state, Object owner, long address, long bytes, boolean readOnly) {
        JavaHolder holder = TYPE.get(state);
        long exporter = holder.allocate(state, holder.type(), owner);
        try {
            holder.putLong(exporter, ADDRESS, address);
            holder.putLong(exporter, LENGTH, bytes);
            holder.putLong(exporter, READ_ONLY, readOnly ? 1 : 0);
            return exporter;
        } catch (Throwable e) {
            Word.decref(exporter);
            throw e;
        }
    }

    private static JavaHolder makeType(ThreadState state) {
        TypeSpec spec = new TypeSpec("sanca.JavaMemory")
                .flags(object_h.Py_TPFLAGS_DISALLOW_INSTANTIATION)
                .slot(
                        typeslots_h.Py_bf_getbuffer,
                        Upcall.of(MethodHandles.lookup(), "getBuffer", int.class, long.class, long.class, int.class));
        return JavaHolder.make(state, spec, LibPython.address("PyBaseObject_Type"), DATA_BYTES);
    }

    /** Implements {@code getbuffer}. Python calls it on any thread; it uses no data but those of the instance. */
    @SuppressWarnings("UnusedMethod") // called through a method handle
    private static int getBuffer(long exporter, long view, int flags) {
        try {
            JavaHolder holder = TYPE.orNull();
            if (holder == null) {
                return -1; // cannot happen: the type is made before its instances
            }
            return abstract_h.PyBuffer_FillInfo(
                    view,
                    exporter,
                    holder.getLong(exporter, ADDRESS),
                    holder.getLong(exporter, LENGTH),
                    (int) holder.getLong(exporter, READ_ONLY),
                    flags);
        } catch (Throwable e) { // no exception may leave an upcall; Python reports a failure without an error by itself
            return -1;
        }
    }
}
