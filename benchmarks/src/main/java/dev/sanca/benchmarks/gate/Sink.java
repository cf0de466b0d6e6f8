package dev.sanca.benchmarks.gate;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Takes results, so that the compiler has to make them. {@link Child} tells the compiler to treat the methods as black holes:
 * without an instruction, but with a use of the argument.
 */
final class Sink {
    private Sink() {}

    static void consume(boolean result) {}

    static void consume(long result) {}

    static void consume(double result) {}

    static void consume(Object result) {}

    /** The method for results of a type. */
    static MethodHandle of(Class<?> type) throws ReflectiveOperationException {
        Class<?> parameter = type.isPrimitive() ? type : Object.class;
        return MethodHandles.lookup()
                .findStatic(Sink.class, "consume", MethodType.methodType(void.class, parameter))
                .asType(MethodType.methodType(void.class, type));
    }
}
