package dev.sanca.internal.ffi;

import java.util.List;

/**
 * Links what no start of Python needs a little after one, on a thread of its own: what the program does first should not have to
 * share the locks of the linker. It may need these functions first where its stack ends, and a class whose initialisation
 * runs out of stack is lost.
 *
 * <p><b>Thread:</b> any; it touches no Python but for the names of functions.
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

    private static final int PATIENCE_MILLIS = 200;

    private DeferredLinking() {}

    /** Begins, and does not wait. Python is loaded. */
    public static void begin() {
        Thread.ofPlatform().daemon().name("sanca-link").start(DeferredLinking::link);
    }

    private static void link() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
            for (String header : HEADERS) {
                Class.forName(DeferredLinking.class.getPackageName() + "." + header + "$Late");
            }
        } catch (InterruptedException e) {
            // somebody ends the threads: whoever needs a function links it
        } catch (ClassNotFoundException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
