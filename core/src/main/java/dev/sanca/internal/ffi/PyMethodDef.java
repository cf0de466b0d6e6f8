package dev.sanca.internal.ffi;

/**
 * The structure {@code PyMethodDef} by its address: name, C function and calling convention of a function.
 *
 * <p><b>Source:</b> {@code Include/methodobject.h}.
 */
public final class PyMethodDef {
    /** {@code sizeof(PyMethodDef)}. */
    static final int SIZE = 32;

    private static final int FUNCTION = 8;
    private static final int FLAGS = 16;

    private PyMethodDef() {}

    /** A new one, with its own copy of the name and no documentation. The caller frees it with {@link #free}. */
    public static long make(String name, long function, int flags) {
        long definition = Memory.allocate(SIZE);
        try {
            put(definition, Memory.newString(name), function, flags);
            return definition;
        } catch (Throwable e) {
            Memory.free(definition);
            throw e;
        }
    }

    /** Gives back one of {@link #make} with its name. */
    public static void free(long definition) {
        Memory.free(Memory.getLong(definition));
        Memory.free(definition);
    }

    /** Fills one that was all zeros. */
    static void put(long definition, long name, long function, int flags) {
        Memory.putLong(definition, name);
        Memory.putLong(definition + FUNCTION, function);
        Memory.putInt(definition + FLAGS, flags);
    }
}
