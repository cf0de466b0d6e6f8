package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.types.PyDict;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Interrupts Java threads that run Python, on the thread that the arguments name. Prints {@code passed}. */
public final class StopProgram {
    private static final String SETUP = """
            import contextlib, queue, select, socket, threading, time
            log = []
            @contextlib.contextmanager
            def managed():
                try:
                    yield
                finally:
                    log.append('with')
            def guarded(wait):
                with managed():
                    try:
                        started()
                        wait()
                    except Exception as e:
                        log.append('except')
                        raise
                    finally:
                        log.append('finally')
            def loop():
                while True:
                    pass
            def sleep():
                time.sleep(300)
            def lock():
                lock = threading.Lock()
                lock.acquire()
                lock.acquire()
            def timed_lock():
                lock = threading.Lock()
                lock.acquire()
                lock.acquire(timeout=300)
            def event():
                threading.Event().wait()
            def join():
                thread = threading.Thread(target=time.sleep, args=(300,), daemon=True)
                thread.start()
                thread.join()
            def simple_queue():
                queue.SimpleQueue().get()
            def receive():
                a, b = socket.socketpair()
                with a, b:
                    a.recv(1)
            def select_():
                select.select([], [], [], 300)
            def callback():
                nested(sleep)
            """;

    private static final String[] WAYS = {
        "loop", "sleep", "lock", "timed_lock", "event", "join", "simple_queue", "receive", "select_", "callback"
    };

    private StopProgram() {}

    /** A test, which runs on the thread that is to be stopped. */
    private interface Case {
        void run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable all = () -> {
            try {
                interrupts();
            } catch (Throwable e) {
                failure.set(e);
            }
        };
        switch (args[0]) {
            case "MAIN" -> all.run(); // Python's main thread, since the first attach is here
            case "OTHER" -> {
                Python.attach(py -> true);
                Thread.ofPlatform().start(all).join();
            }
            case "VIRTUAL" -> {
                Python.attach(py -> true);
                Thread.ofVirtual().start(all).join();
            }
            default -> throw new IllegalArgumentException(Arrays.toString(args));
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
        System.out.println("passed");
    }

    private static void interrupts() throws Exception {
        for (String way : WAYS) {
            interrupt(way);
        }
        flagThatIsSetBeforeStopsTheBody();
        flagOfABodyThatEndsStaysSet();
        require(Python.attach(py -> py.eval("__import__('signal').signal").isAlive()), "alive");
    }

    private static void interrupt(String way) throws Exception {
        Thread self = Thread.currentThread();
        CountDownLatch started = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                started.await();
                Thread.sleep(30);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            self.interrupt();
        });
        Python.attach(py -> {
            PyDict names = py.dict();
            names.set("started", py.function("started", (token, a, k) -> {
                started.countDown();
                return null;
            }));
            names.set(
                    "nested",
                    py.function("nested", (token, a, k) -> a.getFirst().call()));
            py.run(SETUP, names);
            Throwable stopped = null;
            try {
                py.run("guarded(" + way + ")", names);
            } catch (Throwable e) {
                stopped = e;
            }
            require(stopped instanceof InterruptedException, way + ": " + stopped);
            require(
                    Arrays.stream(stopped.getStackTrace())
                            .anyMatch(f -> f.getClassName().equals("python")),
                    way + ": " + Arrays.toString(stopped.getStackTrace()));
            require(!self.isInterrupted(), way + ": still interrupted");
            require(py.eval("log", names).toString().equals("['finally', 'with']"), way + ": " + py.eval("log", names));
            require(py.eval("sum(range(100_000))").asLong() == 4_999_950_000L, way + ": not usable");
            return null;
        });
    }

    /** As {@link Thread#sleep} does: an interrupt is not lost because it came earlier. */
    private static void flagThatIsSetBeforeStopsTheBody() {
        Thread.currentThread().interrupt();
        Throwable stopped = null;
        try {
            Python.attach(py -> {
                py.run("while True: pass");
                return null;
            });
        } catch (Throwable e) {
            stopped = e;
        }
        require(stopped instanceof InterruptedException, "set before: " + stopped);
        require(!Thread.currentThread().isInterrupted(), "set before: still interrupted");
    }

    private static void flagOfABodyThatEndsStaysSet() {
        for (int i = 0; i < 200; i++) {
            boolean set;
            try {
                set = Python.attach(py -> {
                    py.run("for _ in range(20_000): pass");
                    Thread.currentThread().interrupt();
                    return true;
                });
            } catch (Throwable e) {
                throw new AssertionError(e); // no Python code ran after the interrupt
            }
            require(set && Thread.interrupted(), "the interrupt was lost");
            Python.attach(py -> py.eval("sum(range(10_000))").asLong()); // nothing has leaked into this body
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
