package dev.sanca.internal.ffi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;

/**
 * The environments of this JVM: tables of C functions, by which native code calls the JVM.
 *
 * <p><b>Source:</b> {@code jni.h}. The places of functions in the tables are part of the specification.
 */
final class JvmEnvironments {
    private static final int RTLD_NOW = 2;

    /** Finds a library that is loaded already, and loads none (Linux). */
    private static final int RTLD_NOLOAD = 4;

    /** The offset of {@code GetEnv} in {@code struct JNIInvokeInterface_}. */
    private static final int GET_ENV = 6 * Long.BYTES;

    private JvmEnvironments() {}

    /**
     * Returns the environment of this thread for a version of JNI or JVM TI; NULL if this JVM is not HotSpot on Linux or has
     * no such environment.
     */
    static long get(int version) {
        long library = libc.dlopen(Memory.constant("libjvm.so"), RTLD_NOW | RTLD_NOLOAD);
        long symbol = library == 0 ? 0 : libc.dlsym(library, Memory.constant("JNI_GetCreatedJavaVMs"));
        if (symbol == 0) {
            return 0;
        }
        MethodHandle getCreatedJavaVMs = Downcall.at(symbol, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG);
        long results = Memory.allocate(2 * Long.BYTES);
        try {
            int error = (int) (long) getCreatedJavaVMs.invokeExact(results, 1L, results + Long.BYTES);
            long machine = error == 0 && Memory.getInt(results + Long.BYTES) == 1 ? Memory.getLong(results) : 0;
            if (machine == 0) {
                return 0;
            }
            MethodHandle getEnv = function(machine, GET_ENV, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
            error = (int) (long) getEnv.invokeExact(machine, results, (long) version);
            return error == 0 ? Memory.getLong(results) : 0;
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        } finally {
            Memory.free(results);
        }
    }

    /**
     * Returns a function from the table of functions to which an object of JNI or JVM TI points with its first word.
     *
     * @param offset the place in the table, in bytes
     */
    static MethodHandle function(long object, int offset, MemoryLayout result, MemoryLayout... arguments) {
        return Downcall.at(object == 0 ? 0 : Memory.getLong(Memory.getLong(object) + offset), result, arguments);
    }
}
