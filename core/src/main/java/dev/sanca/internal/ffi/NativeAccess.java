package dev.sanca.internal.ffi;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** The JVM's permission to call native code. Without it, JDK 25 warns, or refuses if it is told to; later JDKs will refuse. */
public final class NativeAccess {
    private NativeAccess() {}

    /**
     * Returns the option of {@code java} that grants native access if the JVM refuses it, and null if it is granted. If the
     * JVM neither grants nor refuses it, this makes the JVM print its warning, which names the option too.
     */
    @SuppressWarnings("restricted")
    public static @Nullable String missingOption() {
        Module module = NativeAccess.class.getModule();
        if (!module.isNativeAccessEnabled()) {
            try {
                MemorySegment.NULL.reinterpret(0);
            } catch (IllegalCallerException e) {
                return "--enable-native-access=" + (module.isNamed() ? module.getName() : "ALL-UNNAMED");
            }
        }
        return null;
    }
}
