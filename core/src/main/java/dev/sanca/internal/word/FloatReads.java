package dev.sanca.internal.word;

import dev.sanca.internal.ffi.Memory;
import dev.sanca.internal.ffi.floatobject_h;

/** Values of floats without a call. */
public final class FloatReads {
    /** Offset of the double. */
    static final long VALUE = 16;

    private FloatReads() {}

    /** The value of a {@code float} or an instance of a subclass. */
    public static double floatValue(long word) {
        return Proved.FLOAT ? Memory.getDouble(word, VALUE) : floatobject_h.PyFloat_AsDouble(word);
    }
}
