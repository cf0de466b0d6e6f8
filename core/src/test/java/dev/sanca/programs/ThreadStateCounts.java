package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.internal.ffi.pystate_h;
import dev.sanca.internal.thread.ThreadStates;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is left of ended threads, for {@link ManyThreads} and {@link PythonThreads}. */
final class ThreadStateCounts {
    private ThreadStateCounts() {}

    /** How many thread states Python has. Attached. */
    static int pythonStates() {
        int count = 0;
        long state = pystate_h.PyInterpreterState_ThreadHead(pystate_h.PyInterpreterState_Get());
        while (state != 0) {
            count++;
            state = pystate_h.PyThreadState_Next(state);
        }
        return count;
    }

    /** How many thread states Python has. */
    static int pythonStatesNow() {
        return Python.attach(py -> pythonStates());
    }

    /** How much memory of this process is resident. */
    static long residentBytes() throws Exception {
        return 4096
                * Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
    }

    /** Waits until both sides have at most so many states, or for ten seconds. */
    static boolean comesDownTo(int states) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            if (pythonStatesNow() <= states && ThreadStates.count() <= states) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }
}
