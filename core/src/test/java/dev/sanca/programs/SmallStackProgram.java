package dev.sanca.programs;

import dev.sanca.Python;

/** Prints how deep C code that calls Python can recurse: on a large thread, one of default size, a small and a virtual one. */
public final class SmallStackProgram {
    private SmallStackProgram() {}

    public static void main(String[] args) throws InterruptedException {
        Runnable count = () -> System.out.println("levels " + Python.attach(SmallStackProgram::levels));
        for (int kib : new int[] {64 << 10, 0, 320}) {
            Thread thread = new Thread(null, count, "of " + kib + " KiB", (long) kib << 10);
            thread.start();
            thread.join();
        }
        Thread.startVirtualThread(count).join();
    }

    private static long levels(Python py) {
        py.run("""
                import functools
                import sys
                if sys.version_info < (3, 12):  # one count for calls of Python and of C
                    sys.setrecursionlimit(3000)
                deepest = 0
                def down(n):
                    global deepest
                    deepest = max(deepest, n)
                    return functools.reduce(lambda a, b: sorted([2, 1], key=lambda x: down(n + 1)), [1, 2])
                try:
                    down(1)
                except RecursionError:
                    pass
                """);
        return py.eval("deepest").asLong();
    }
}
