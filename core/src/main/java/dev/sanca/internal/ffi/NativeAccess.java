package dev.sanca.internal.ffi;

import java.lang.foreign.MemorySegment;

/** Whether the JVM lets Sanca call native code. */
@SuppressWarnings("restricted")
public final class NativeAccess {
    private NativeAccess() {}

    /**
     * Throws if the JVM denies native access. If the JVM only warns, it does so here, with the flag to give.
     *
     * @throws IllegalCallerException if native access is denied; the message has the flag and the line of a manifest
     */
    public static void require() {
        Module sanca = NativeAccess.class.getModule();
        if (sanca.isNativeAccessEnabled()) {
            return;
        }
        try {
            MemorySegment.NULL.reinterpret(0);
        } catch (IllegalCallerException e) {
            throw new IllegalCallerException(
                    sanca.isNamed()
                            ? "The JVM denies native access to the module dev.sanca. Start it with"
                                    + " --enable-native-access=dev.sanca (jlink: --add-options=…, jpackage: --java-options …)."
                            : "The JVM denies native access to the class path, where Sanca is. Start it with"
                                    + " --enable-native-access=ALL-UNNAMED; or, for java -jar, write"
                                    + " \"Enable-Native-Access: ALL-UNNAMED\" into the manifest of the program's jar.",
                    e);
        }
    }
}
