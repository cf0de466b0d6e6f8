package dev.sanca.internal.ffi;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code pymem.h}: memory of Python. */
public final class pymem_h {
    private pymem_h() {}

    private static final MethodHandle PyMem_Malloc = Downcall.of("PyMem_Malloc", JAVA_LONG, JAVA_LONG);

    /** Returns a block, or NULL without a Python error if memory is short. Runs no Python code. */
    public static long PyMem_Malloc(long n) {
        try {
            return (long) PyMem_Malloc.invokeExact(n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMem_Calloc = Downcall.of("PyMem_Calloc", JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Returns a block, or NULL without a Python error if memory is short. Runs no Python code. */
    public static long PyMem_Calloc(long n, long size) {
        try {
            return (long) PyMem_Calloc.invokeExact(n, size);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMem_Realloc = Downcall.of("PyMem_Realloc", JAVA_LONG, JAVA_LONG, JAVA_LONG);

    /** Returns a block, or NULL without a Python error if memory is short. Runs no Python code. */
    public static long PyMem_Realloc(long p, long n) {
        try {
            return (long) PyMem_Realloc.invokeExact(p, n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMem_Free = Downcall.ofVoid("PyMem_Free", JAVA_LONG);

    /**
     * Frees a block of {@link #PyMem_Malloc}, {@link #PyMem_Calloc} or {@link #PyMem_Realloc}; NULL is ignored. Runs no
     * Python code.
     */
    public static void PyMem_Free(long p) {
        try {
            long _ = (long) PyMem_Free.invokeExact(p);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMem_RawMalloc = Downcall.of("PyMem_RawMalloc", JAVA_LONG, JAVA_LONG);

    /**
     * Returns a block, or NULL without a Python error if memory is short. Any thread may call it, attached or not. Runs
     * no Python code.
     */
    public static long PyMem_RawMalloc(long n) {
        try {
            return (long) PyMem_RawMalloc.invokeExact(n);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyMem_RawFree = Downcall.ofVoid("PyMem_RawFree", JAVA_LONG);

    /**
     * Frees a block of {@link #PyMem_RawMalloc}; NULL is ignored. Any thread may call it, attached or not. Runs no
     * Python code.
     */
    public static void PyMem_RawFree(long p) {
        try {
            long _ = (long) PyMem_RawFree.invokeExact(p);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
