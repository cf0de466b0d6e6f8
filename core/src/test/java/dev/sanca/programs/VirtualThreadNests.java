package dev.sanca.programs;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.types.PyCFunction;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Virtual threads that hold their carriers while they wait for other virtual threads, with as few processors as the JVM is given. */
public final class VirtualThreadNests {
    private static final int LEVELS = 200;
    private static final int CROWD = 150;

    private static Py<PyCFunction> hop;

    private VirtualThreadNests() {}

    public static void main(String[] args) throws Exception {
        aDetachedBodyWaitsForAThreadWithoutPython();
        aCrowdIsDetachedAtOnce();
        aCrowdWaitsInPythonAtOnce();
        eachLevelWaitsForTheNext();
        System.out.println("passed");
    }

    private static void aDetachedBodyWaitsForAThreadWithoutPython() throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            String answer = pool.submit(() -> Python.attach(py -> {
                        String other =
                                py.detach(() -> pool.submit(() -> "no Python").get());
                        return py.string(other).asString();
                    }))
                    .get(30, TimeUnit.SECONDS);
            require(answer.equals("no Python"), answer);
        }
    }

    /** Each body waits until all are in their bodies: that ends only if all of them have a carrier at the same time. */
    private static void aCrowdIsDetachedAtOnce() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(CROWD);
        CountDownLatch finished = new CountDownLatch(CROWD);
        for (int i = 0; i < CROWD; i++) {
            Thread.startVirtualThread(() -> {
                boolean together = Python.attach(py -> py.detach(() -> {
                    all.countDown();
                    try {
                        return all.await(30, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                }));
                require(together, "not all bodies ran at once");
                finished.countDown();
            });
        }
        require(finished.await(60, TimeUnit.SECONDS), "detached: " + finished.getCount() + " did not finish");
    }

    private static void aCrowdWaitsInPythonAtOnce() throws InterruptedException {
        Python.attach(py -> {
            py.run("import threading\nbarrier = threading.Barrier(" + CROWD + ", timeout=30)");
            return true;
        });
        CountDownLatch finished = new CountDownLatch(CROWD);
        for (int i = 0; i < CROWD; i++) {
            Thread.startVirtualThread(() -> {
                Python.attach(py -> {
                    py.run("barrier.wait()");
                    return true;
                });
                finished.countDown();
            });
        }
        require(finished.await(60, TimeUnit.SECONDS), "in Python: " + finished.getCount() + " did not finish");
    }

    private static void eachLevelWaitsForTheNext() throws Exception {
        hop = Python.attach(py -> Py.of(py.function("hop", (t, args, kwargs) -> {
            long level = args.getFirst().asLong();
            return level == 0 ? 0L : 1 + t.detach(() -> onVirtualThread(level - 1));
        })));
        long levels =
                CompletableFuture.supplyAsync(() -> onVirtualThread(LEVELS)).get(60, TimeUnit.SECONDS);
        require(levels == LEVELS, levels + " levels");
        hop.close();
    }

    private static long onVirtualThread(long level) {
        return CompletableFuture.supplyAsync(
                        () -> Python.attach(py -> hop.bind(py).call(level).asLong()), Thread::startVirtualThread)
                .join();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            System.out.println(otherwise);
            Runtime.getRuntime().halt(1);
        }
    }
}
