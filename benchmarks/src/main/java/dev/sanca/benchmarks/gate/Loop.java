package dev.sanca.benchmarks.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;

/**
 * Calls one benchmark method again and again.
 *
 * <p>Each method gets a copy of this class, a hidden one, with the method as a constant. So it is inlined into a loop of
 * its own, with a profile of its own, as in the code that JMH generates. This class itself is only what is copied.
 */
final class Loop {
    private static final MethodHandle BODY = body();

    private Loop() {}

    private static MethodHandle body() {
        try {
            return MethodHandles.classData(MethodHandles.lookup(), "_", MethodHandle.class);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Calls the method of an object; the fence keeps the compiler from moving what it reads out of the loop. */
    static void run(Object benchmark, long times) throws Throwable {
        for (long i = 0; i < times; i++) {
            BODY.invokeExact(benchmark);
            VarHandle.acquireFence();
        }
    }

    /** {@link #run} of a copy for this method. */
    static MethodHandle of(Method method) {
        try {
            Lookup lookup = MethodHandles.lookup();
            MethodHandle body = lookup.unreflect(method);
            Class<?> result = method.getReturnType();
            if (result != void.class) {
                body = MethodHandles.filterReturnValue(body, Sink.of(result));
            }
            MethodHandle constant = body.asType(MethodType.methodType(void.class, Object.class));
            Class<?> copy = lookup.defineHiddenClassWithClassData(bytes(), constant, true)
                    .lookupClass();
            return lookup.findStatic(copy, "run", MethodType.methodType(void.class, Object.class, long.class));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes() {
        try (InputStream in = Loop.class.getResourceAsStream("Loop.class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
