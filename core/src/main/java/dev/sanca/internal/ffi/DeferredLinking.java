package dev.sanca.internal.ffi;

import java.util.List;

/**
 * Links functions that Python's start does not need shortly after it, on a thread of their own, so that the program
 * does not wait for the locks of the linker at its start. Linking must not wait for the first call either: that call
 * may come where the stack ends, and a class whose initialiser runs out of stack cannot be used any more.
 *
 * <p><b>Thread:</b> any; the background thread only looks up symbols and does not attach.
 */
public final class DeferredLinking {
    private static final List<String> HEADERS = List.of(
            "abstract_h",
            "bytesobject_h",
            "dictobject_h",
            "floatobject_h",
            "longobject_h",
            "pyerrors_h",
            "unicodeobject_h");

    private static final int DELAY_MILLIS = 200;

    private DeferredLinking() {}

    /** Starts the background thread and returns. Libpython must be loaded. */
    public static void begin() {
        Thread.ofPlatform().daemon().name("sanca-link").start(DeferredLinking::link);
    }

    private static void link() {
        try {
            Thread.sleep(DELAY_MILLIS);
            for (String header : HEADERS) {
                Class.forName(DeferredLinking.class.getPackageName() + "." + header + "$Late");
            }
        } catch (InterruptedException e) {
            // The program ends its threads. A function that is not linked yet is linked at its first call.
        } catch (ClassNotFoundException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
