package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** Codecs: the functions of CPython's {@code codecs.h}. */
public final class codecs_h {
    private codecs_h() {}

    private static final MethodHandle PyCodec_Encode =
            Downcall.of("PyCodec_Encode", OBJECT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** New reference, NULL on error; may run Python code. */
    public static long PyCodec_Encode(long o, long encoding, long errors) {
        try {
            return (long) PyCodec_Encode.invokeExact(o, encoding, errors);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCodec_Decode =
            Downcall.of("PyCodec_Decode", OBJECT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** New reference, NULL on error; may run Python code. */
    public static long PyCodec_Decode(long o, long encoding, long errors) {
        try {
            return (long) PyCodec_Decode.invokeExact(o, encoding, errors);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
