package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.floatobject_h;

/**
 * Reads the values of {@code float} objects inline.
 *
 * <p><b>Thread:</b> attached.
 */
public final class FloatReads {
    /** The offset of the {@code double}. */
    static final long VALUE = 16;

    private FloatReads() {}

    /** Returns the value of a {@code float} or of an instance of a subclass. */
    public static double floatValue(long word) {
        return Proved.FLOAT ? Memory.getDouble(word, VALUE) : floatobject_h.PyFloat_AsDouble(word);
    }
}
