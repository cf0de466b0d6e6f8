package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.internal.thread.ThreadStates;
import dev.sanca.types.PyCFunction;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets many threads of Python call Java; prints whether their thread states are deleted. */
public final class PythonThreads {
    private static final int THREADS = 2_000;

    private PythonThreads() {}

    public static void main(String[] args) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (Python py = Python.attach()) {
            PyCFunction function = py.function("call", (p, a, k) -> calls.incrementAndGet());
            py.importModule("builtins").setAttr("call", function);
            py.run("""
                    import threading
                    def run(n):
                        for _ in range(n // 4):
                            threads = [threading.Thread(target=call) for _ in range(4)]
                            for thread in threads: thread.start()
                            for thread in threads: thread.join()
                    """);
            py.eval("run").call(THREADS).close();
        }
        boolean back = ThreadStateCounts.comesDownTo(3);
        System.out.println(
                calls.get() == THREADS && back
                        ? "forgotten"
                        : calls + " calls, left: " + ThreadStateCounts.pythonStatesNow() + " and "
                                + ThreadStates.count());
    }
}
