package dev.sanca.examples;

import dev.sanca.Python;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Inverts a matrix on threads of every kind, for {@link LinearAlgebraTest}. */
public final class LinearAlgebraProgram {
    private LinearAlgebraProgram() {}

    /** Prints a line for each thread: the main thread, one of an executor, a small one and a virtual one. */
    public static void main(String[] args) throws Exception {
        invert("main");
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            executor.submit(task("executor")).get();
        }
        Thread small = new Thread(null, () -> invert("small"), "small", 320 << 10);
        small.start();
        small.join();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.submit(task("virtual")).get();
        }
    }

    private static Callable<Boolean> task(String name) {
        return () -> invert(name);
    }

    private static boolean invert(String name) {
        return Python.attach(py -> {
            py.run("""
                    import ctypes, glob, numpy as np, os
                    a = np.random.default_rng(0).standard_normal((1000, 1000))
                    assert abs(np.linalg.inv(a) @ a - np.eye(1000)).max() < 1e-6
                    np.linalg.det(a[:300, :300])
                    np.linalg.solve(np.random.default_rng(1).standard_normal((1500, 1500)), np.ones(1500))
                    maps = [line.split()[-1] for line in open('/proc/self/maps') if 'openblas' in line]
                    blas = ctypes.CDLL(maps[0])
                    threads = blas.openblas_get_num_threads()
                    configured = int(os.environ.get('OPENBLAS_NUM_THREADS', len(os.sched_getaffinity(0))))
                    text = 'right, as many BLAS threads as ever' if threads == configured else f'{threads} BLAS threads'
                    """);
            System.out.println(name + ": " + py.eval("text").str());
            return true;
        });
    }
}
