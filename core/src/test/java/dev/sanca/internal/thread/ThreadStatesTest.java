package dev.sanca.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.Python;
import dev.sanca.internal.ffi.pystate_h;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyCFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cpython")
@ExtendWith(OwnershipExtension.class)
class ThreadStatesTest {
    @Test
    void statesOfTenThousandShortThreadsAreDeleted() {
        String output = ChildJvm.of(ManyThreads.class)
                .arguments("attach", "10000")
                .timeout(Duration.ofSeconds(120))
                .run()
                .orFail();
        assertThat(output).contains("deleted");
    }

    @Test
    void statesOfThreadsThatEndAttachedAreDeleted() {
        String output = ChildJvm.of(ManyThreads.class)
                .arguments("leave open", "1000")
                .timeout(Duration.ofSeconds(120))
                .run()
                .orFail();
        assertThat(output).contains("deleted");
    }

    @Test
    void threadOfTheCommonPoolKeepsOneStateAfterItsThreadLocalsAreCleared() throws InterruptedException {
        int before = ThreadStates.count();
        for (int i = 0; i < 200; i++) {
            CountDownLatch done = new CountDownLatch(1);
            ForkJoinPool.commonPool().execute(() -> {
                Python.attach(py -> py.of(1).asInt());
                done.countDown();
            });
            done.await();
        }
        assertThat(ThreadStates.count()).isLessThanOrEqualTo(before + ForkJoinPool.getCommonPoolParallelism());
    }

    @Test
    void statesOfPythonThreadsThatCalledJavaAreRemoved() {
        String output = ChildJvm.of(PythonThreads.class)
                .timeout(Duration.ofSeconds(120))
                .run()
                .orFail();
        assertThat(output).contains("removed");
    }

    /** Returns how many thread states Python has. The thread is attached. */
    static int pythonStates() {
        int count = 0;
        long state = pystate_h.PyInterpreterState_ThreadHead(pystate_h.PyInterpreterState_Get());
        while (state != 0) {
            count++;
            state = pystate_h.PyThreadState_Next(state);
        }
        return count;
    }

    static int pythonStatesNow() {
        return Python.attach(py -> pythonStates());
    }

    static long residentBytes() throws Exception {
        return 4096
                * Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
    }

    /** Waits at most ten seconds until Python and Sanca have at most {@code states} thread states each; returns whether they do. */
    static boolean comesDownTo(int states) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            if (pythonStatesNow() <= states && ThreadStates.count() <= states) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    static final class ManyThreads {
        private static final int AT_ONCE = 4;
        private static final int FEW = 3 * AT_ONCE + 8;

        public static void main(String[] args) throws Exception {
            int all = Integer.parseInt(args[1]);
            int most = 0;
            long half = 0;
            for (int i = 0; i < all; i += AT_ONCE) {
                List<Thread> threads = new ArrayList<>();
                for (int t = 0; t < AT_ONCE; t++) {
                    threads.add(Thread.ofPlatform().start(() -> work(args[0])));
                }
                for (Thread thread : threads) {
                    thread.join();
                }
                if (i % 100 == 0) {
                    most = Math.max(most, pythonStatesNow());
                    half = i == all / 2 ? residentBytes() : half;
                }
            }
            long growth = residentBytes() - half;
            System.out.println("most " + most + ", growth of memory over the second half " + growth);
            boolean back = comesDownTo(3);
            System.out.println(
                    most <= FEW && growth < 32 << 20 && back
                            ? "deleted"
                            : "left: " + pythonStatesNow() + " and " + ThreadStates.count());
        }

        private static void work(String how) {
            if (how.equals("attach")) {
                Python.attach(py -> py.eval("object()").isNone());
                Python.attach(py -> py.eval("object()").isNone());
            } else {
                Python.attach().eval("object()"); // never closed
            }
        }
    }

    static final class PythonThreads {
        private static final int THREADS = 2_000;

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
            boolean back = comesDownTo(3);
            System.out.println(
                    calls.get() == THREADS && back
                            ? "removed"
                            : calls + " calls, left: " + pythonStatesNow() + " and " + ThreadStates.count());
        }
    }
}
