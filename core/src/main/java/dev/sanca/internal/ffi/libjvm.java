package dev.sanca.internal.ffi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;

/**
 * The one function of the JVM tool interface (JVM TI) that Sanca calls: {@link #ForceGarbageCollection}. It collects
 * where {@code -XX:+DisableExplicitGC} disables {@code System.gc()}, and it needs no module of the JDK but
 * {@code java.base}.
 *
 * <p>The initialisation of this class creates a JVM TI environment without capabilities, which exists until the process
 * ends. From then on the JVM tracks mounts and unmounts of virtual threads, which makes each a little slower. So this
 * class is initialised only where it is needed.
 *
 * <p><b>Source:</b> {@code jni.h}, {@code jvmti.h};
 * <a
 * href="https://docs.oracle.com/en/java/javase/25/docs/specs/jvmti.html#ForceGarbageCollection">JVM TI, ForceGarbageCollection</a>.
 * The places of functions in both tables are part of the specification.
 */
public final class libjvm {
    private static final int RTLD_NOW = 2;

    /** Finds a library that is loaded already, and loads none (Linux). */
    private static final int RTLD_NOLOAD = 4;

    private static final int JVMTI_VERSION_1_2 = 0x30010200;

    /** The offset of {@code GetEnv} in {@code struct JNIInvokeInterface_}. */
    private static final int GET_ENV = 6 * Long.BYTES;

    /** The offset of {@code ForceGarbageCollection} in {@code struct jvmtiInterface_1_}. */
    private static final int FORCE_GARBAGE_COLLECTION = 107 * Long.BYTES;

    /** The {@code jvmtiEnv *}, or NULL if this JVM has none. */
    private static final long ENVIRONMENT = environment();

    private static final MethodHandle ForceGarbageCollection =
            function(ENVIRONMENT, FORCE_GARBAGE_COLLECTION, JAVA_INT, JAVA_LONG);

    private libjvm() {}

    /**
     * Collects garbage as completely as the collector can, and returns afterwards.
     *
     * <p><b>Thread:</b> any.
     *
     * @return whether the JVM accepted the request. Shenandoah accepts it and does nothing while
     *     {@code -XX:+DisableExplicitGC} is set; Epsilon accepts it and never does anything
     */
    public static boolean ForceGarbageCollection() {
        if (ENVIRONMENT == 0) { // the JVM is not HotSpot, or the system is not Linux
            return false;
        }
        try {
            return (int) (long) ForceGarbageCollection.invokeExact(ENVIRONMENT) == 0;
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static long environment() {
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
            error = (int) (long) getEnv.invokeExact(machine, results, (long) JVMTI_VERSION_1_2);
            return error == 0 ? Memory.getLong(results) : 0;
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        } finally {
            Memory.free(results);
        }
    }

    /**
     * Returns a function from the table of functions to which an object of JNI or JVM TI points with its first word.
     */
    private static MethodHandle function(long object, int offset, MemoryLayout result, MemoryLayout... arguments) {
        return Downcall.at(object == 0 ? 0 : Memory.getLong(Memory.getLong(object) + offset), result, arguments);
    }
}
