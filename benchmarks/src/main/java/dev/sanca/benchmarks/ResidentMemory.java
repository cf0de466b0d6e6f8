package dev.sanca.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of this process is in memory, in MiB, as Linux tells. NaN elsewhere. */
final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");

    private ResidentMemory() {}

    static double now() {
        return field("VmRSS:");
    }

    /** The most since the start, or since {@link #forgetPeak}. */
    static double peak() {
        return field("VmHWM:");
    }

    /** Lets the peak begin anew with what is resident now, where the system allows that. */
    static void forgetPeak() {
        try {
            Files.writeString(CLEAR, "5");
        } catch (IOException e) {
            // then what was needed to start counts too
        }
    }

    private static double field(String name) {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(name)) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
        } catch (IOException e) {
            // not Linux
        }
        return Double.NaN;
    }
}
