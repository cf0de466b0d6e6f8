package dev.sanca.internal.ffi;

/**
 * The structure {@code PyMethodDef} at an address: the name, the C function and the calling convention of a function.
 *
 * <p><b>Source:</b> {@code Include/methodobject.h}.
 */
public final class PyMethodDef {
    /** {@code sizeof(PyMethodDef)}. */
    static final int SIZE = 32;

    private static final int FUNCTION = 8;
    private static final int FLAGS = 16;

    private PyMethodDef() {}

    /**
     * Returns a new structure with a copy of the name and no documentation. The caller frees it with {@link #free}.
     *
     * @param function the address of the C function
     * @param flags the {@code METH_} flags
     * @throws OutOfMemoryError if the system has no memory
     */
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

    /** Frees a structure of {@link #make} and its name. */
    public static void free(long definition) {
        Memory.free(Memory.getLong(definition));
        Memory.free(definition);
    }

    /** Fills a structure that is all zeros. */
    static void put(long definition, long name, long function, int flags) {
        Memory.putLong(definition, name);
        Memory.putLong(definition + FUNCTION, function);
        Memory.putInt(definition + FLAGS, flags);
    }
}
