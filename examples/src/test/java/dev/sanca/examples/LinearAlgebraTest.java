package dev.sanca.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** NumPy's linear algebra needs more stack than Java gives a thread. Run in a JVM of its own, which would end without a word. */
class LinearAlgebraTest {
    @Test
    void matricesAreInvertedOnThreadsOfDefaultSize() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("jdk.module.path", "")
                                + File.pathSeparator
                                + System.getProperty("java.class.path"),
                        LinearAlgebraTest.class.getName())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.lines()).hasSize(4).allMatch(line -> line.endsWith(": right, as many BLAS threads as ever"));
    }

    /** Inverts a matrix on the main thread, on an executor's, on a small and on a virtual thread. */
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
