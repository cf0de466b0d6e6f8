package dev.sanca.internal.ffi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

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
    private static final int JVMTI_VERSION_1_2 = 0x30010200;

    /** The offset of {@code ForceGarbageCollection} in {@code struct jvmtiInterface_1_}. */
    private static final int FORCE_GARBAGE_COLLECTION = 107 * Long.BYTES;

    /** The {@code jvmtiEnv *}, or NULL if this JVM has none. */
    private static final long ENVIRONMENT = JvmEnvironments.get(JVMTI_VERSION_1_2);

    private static final MethodHandle ForceGarbageCollection =
            JvmEnvironments.function(ENVIRONMENT, FORCE_GARBAGE_COLLECTION, JAVA_INT, JAVA_LONG);

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
}
