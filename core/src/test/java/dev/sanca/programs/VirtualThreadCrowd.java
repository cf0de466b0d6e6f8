package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.internal.ffi.libc;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Ten thousand virtual threads that attach, and sleep and block in their bodies, among others that only count. */
public final class VirtualThreadCrowd {
    private static final int THREADS = 10_000;

    private static final AtomicInteger finished = new AtomicInteger();
    private static final AtomicInteger moved = new AtomicInteger();
    private static final AtomicInteger alive = new AtomicInteger();
    private static final AtomicLong steps = new AtomicLong();
    private static volatile boolean over;

    private VirtualThreadCrowd() {}

    public static void main(String[] args) throws InterruptedException {
        boolean spare = Integer.parseInt(args[0]) > 1; // a single carrier serves the others only between the bodies
        for (int i = 0; i < 10; i++) {
            Thread.ofVirtual().start(VirtualThreadCrowd::count);
        }
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int n = i;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    Python.attach(py -> body(py, n));
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        over = true;
        require(finished.get() == THREADS, finished + " bodies finished");
        require(moved.get() == 0, moved + " bodies moved to another carrier");
        require(steps.get() > 100, "others made " + steps + " steps only");
        require(!spare || alive.get() > 5, "others made steps during " + alive + " of the long bodies only");
        require(Python.stats().liveBound() == 0, "left " + Python.stats());
        System.out.println("passed");
    }

    private static void count() {
        while (!over) {
            steps.incrementAndGet();
            LockSupport.parkNanos(100_000);
        }
    }

    private static long body(Python py, int n) throws InterruptedException {
        int carrier = libc.gettid();
        PyAny list = py.list(n, n + 1);
        if (n % 500 == 0) {
            long before = steps.get();
            Thread.sleep(20);
            if (steps.get() > before) {
                alive.incrementAndGet();
            }
        } else if (n % 50 == 1) {
            py.detach(() -> Thread.sleep(1));
        } else if (n % 50 == 2) {
            py.run("import time\ntime.sleep(0.001)");
        } else if (n % 50 == 3) {
            Thread.yield();
        }
        PyCFunction f = py.function("f", (p, args, kwargs) -> {
            Thread.yield();
            return args.getFirst().asLong();
        });
        require(f.call(n).asLong() == n, "a Java function got another's argument");
        require(list.callMethod("index", n + 1).asLong() == 1, "a list holds another's items");
        if (libc.gettid() != carrier) {
            moved.incrementAndGet();
        }
        return finished.incrementAndGet();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
