package dev.sanca.internal.ffi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Counts native calls, for tests that say what an operation costs. Off, and then free, unless the system property
 * {@code sanca.downcalls} is {@code count}.
 *
 * <p><b>Thread:</b> each has a count of its own.
 */
public final class DowncallCount {
    /** Whether calls are counted in this process. */
    static final boolean ACTIVE = "count".equals(System.getProperty("sanca.downcalls"));

    private static final ThreadLocal<long[]> CALLS = ThreadLocal.withInitial(() -> new long[1]);

    private DowncallCount() {}

    /** The native calls of this thread so far. */
    public static long ofThisThread() {
        return CALLS.get()[0];
    }

    /** The handle that is to be called: itself, or one that counts first. */
    static MethodHandle counted(MethodHandle downcall) {
        if (!ACTIVE) {
            return downcall;
        }
        try {
            MethodHandle count =
                    MethodHandles.lookup().findStatic(DowncallCount.class, "count", MethodType.methodType(void.class));
            return MethodHandles.foldArguments(downcall, count);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("UnusedMethod") // called through a method handle
    private static void count() {
        CALLS.get()[0]++;
    }
}
