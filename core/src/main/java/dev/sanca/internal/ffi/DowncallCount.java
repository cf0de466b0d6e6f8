package dev.sanca.internal.ffi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Counts native calls, for tests that assert the cost of an operation. Counting is off, and then free, unless the
 * system property {@code sanca.downcalls} is {@code count}.
 *
 * <p><b>Thread:</b> each thread has a separate count.
 */
public final class DowncallCount {
    /** Whether this process counts calls. */
    static final boolean ACTIVE = "count".equals(System.getProperty("sanca.downcalls"));

    private static final ThreadLocal<long[]> CALLS = ThreadLocal.withInitial(() -> new long[1]);

    private DowncallCount() {}

    /** Returns the number of native calls that this thread has made. */
    public static long ofThisThread() {
        return CALLS.get()[0];
    }

    /** Returns a handle that counts and then calls, or the handle itself if counting is off. */
    static MethodHandle counted(MethodHandle downcall) {
        if (!ACTIVE) {
            return downcall;
        }
        MethodHandle count = StaticMethod.of(MethodHandles.lookup(), "count", MethodType.methodType(void.class));
        return MethodHandles.foldArguments(downcall, count);
    }

    @SuppressWarnings("UnusedMethod") // called through a method handle
    private static void count() {
        CALLS.get()[0]++;
    }
}
