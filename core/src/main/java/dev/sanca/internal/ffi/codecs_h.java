package dev.sanca.internal.ffi;

import static dev.sanca.internal.ffi.Downcall.OBJECT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** The functions of CPython's {@code codecs.h}: codecs. */
public final class codecs_h {
    private codecs_h() {}

    private static final MethodHandle PyCodec_Encode =
            Downcall.of("PyCodec_Encode", OBJECT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyCodec_Encode(long o, long encoding, long errors) {
        try {
            return (long) PyCodec_Encode.invokeExact(o, encoding, errors);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }

    private static final MethodHandle PyCodec_Decode =
            Downcall.of("PyCodec_Decode", OBJECT, OBJECT, JAVA_LONG, JAVA_LONG);

    /** Returns a new reference, or NULL with a Python error set. May run Python code. */
    public static long PyCodec_Decode(long o, long encoding, long errors) {
        try {
            return (long) PyCodec_Decode.invokeExact(o, encoding, errors);
        } catch (Throwable t) {
            throw Downcall.unreachable(t);
        }
    }
}
