package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.types.PyDict;

/** How deep Python's functions can call themselves, on the main thread, a thread with a small stack, and a virtual thread. */
public final class RecursionProgram {
    private RecursionProgram() {}

    /** Prints the depth for a raised limit, and that recursion through C ends with an exception. */
    public static void main(String[] arguments) throws InterruptedException {
        measure("main");
        Thread small = Thread.ofPlatform().stackSize(256 << 10).start(() -> measure("small"));
        small.join();
        Thread.ofVirtual().start(() -> measure("virtual")).join();
    }

    private static void measure(String name) {
        Python.attach(py -> {
            try (PyDict names = py.dict()) {
                py.run("""
                        import sys
                        def plain(n): return 0 if n == 0 else 1 + plain(n - 1)
                        def through_c(n): return 0 if n == 0 else 1 + max([n], key=lambda m: through_c(m - 1))
                        def depth(f, most):
                            low, high = 0, most
                            while high - low > 10:
                                middle = (low + high) // 2
                                try:
                                    f(middle)
                                    low = middle
                                except RecursionError:
                                    high = middle
                            return low
                        before = sys.getrecursionlimit()
                        sys.setrecursionlimit(50_000)
                        deep = depth(plain, 60_000)
                        sys.setrecursionlimit(1_000_000)
                        try:
                            through_c(900_000)
                            ended = 'endless'
                        except RecursionError:
                            ended = 'RecursionError'
                        sys.setrecursionlimit(before)
                        """, names);
                System.out.println(name + " " + names.getItem("deep").str() + " "
                        + names.getItem("ended").str());
            }
            return null;
        });
    }
}
