package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.internal.thread.ThreadState;
import dev.sanca.types.PyCFunction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Attaches, detaches and calls with so much memory left that each allocation of an operation is some time the one that fails,
 * and looks whether another thread can attach afterwards, and the thread itself. To be run with a small heap, without buffers of
 * threads in it. {@code main} takes how many objects may be allocated at most, and how many more each time.
 */
public final class MemoryEnd {
    /** What is tried; {@code token} is that of the thread, if it is attached before. */
    @FunctionalInterface
    private interface Operation {
        void run(@Nullable Python token) throws Exception;
    }

    private static final Python.DetachedAction<RuntimeException> NOTHING = () -> {};
    private static final Map<String, Operation> NEW = new LinkedHashMap<>();
    private static final Map<String, Operation> ATTACHED = new LinkedHashMap<>();
    private static final long PATIENCE_MILLIS = 20_000;

    /** More often than interpreted code calls a method handle before the JDK makes byte code for it. */
    private static final int OFTEN = 130;

    static {
        ATTACHED.put("detach often", MemoryEnd::detachOften);
        NEW.put("attach", token -> Python.attach().close());
        NEW.put("attach with a body", token -> Python.attach(MemoryEnd::evaluate));
        NEW.put("tryAttach with a body", token -> Python.tryAttach(MemoryEnd::evaluate));
        ATTACHED.put("detach", token -> there(token).detach(() -> {}));
        ATTACHED.put("detach and attach", token -> there(token).detach(() -> Python.attach(MemoryEnd::evaluate)));
        ATTACHED.put("nested attach", token -> {
            try (Python py = Python.attach()) {
                evaluate(py);
            }
        });
        ATTACHED.put("call from Python", token -> {
            try (PyCFunction function = there(token).function("f", (py, arguments, keywords) -> evaluate(py))) {
                function.call().close();
            }
        });
    }

    /** What fills the heap: a list, whose last elements are let go of. */
    private static final class Filling {
        final @Nullable Filling before;

        Filling(@Nullable Filling before) {
            this.before = before;
        }
    }

    private static volatile @Nullable Object blocks;
    private static volatile @Nullable Filling small;
    private static volatile boolean isFull;

    private MemoryEnd() {}

    private static Python there(@Nullable Python token) {
        if (token == null) {
            throw new AssertionError("the thread is not attached");
        }
        return token;
    }

    private static void detachOften(@Nullable Python token) {
        for (int i = 0; i < (isFull ? OFTEN : 1); i++) {
            there(token).detach(NOTHING);
        }
    }

    private static long evaluate(Python py) {
        return py.eval("2 + 3").asLong();
    }

    private static void fill(int left) {
        Object[] list = null;
        for (int bytes = 1 << 17; bytes >= 1 << 11; bytes >>= 3) {
            try {
                while (true) {
                    list = new Object[] {list, new byte[bytes - 64]};
                    blocks = list;
                }
            } catch (OutOfMemoryError e) {
                // smaller ones may still fit
            }
        }
        try {
            while (true) {
                small = new Filling(small);
            }
        } catch (OutOfMemoryError e) {
            for (int i = 0; i < left && small != null; i++) {
                small = small.before;
            }
        }
    }

    private static void empty() {
        blocks = null;
        small = null;
    }

    private static void attempt(String name, @Nullable Operation fresh, int left, Map<String, Integer> outcomes)
            throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        isFull = false;
        String[] outcome = new String[1];
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                Python token = fresh == null ? Python.attach() : null;
                if (token != null) {
                    evaluate(token); // so that no thread waits for this thread's first use of anything
                    ATTACHED.get(name).run(token);
                    token.detach(() -> awaitFull(ready));
                } else {
                    awaitFull(ready);
                }
                Operation operation = fresh == null ? ATTACHED.get(name) : fresh;
                boolean hasFailed = false;
                try {
                    operation.run(token);
                } catch (OutOfMemoryError | RuntimeException e) {
                    hasFailed = true;
                } finally {
                    empty();
                }
                outcome[0] = hasFailed ? "failed" : "done"; // the JVM makes the object of a literal at its first use
                boolean isAttached = ThreadState.attachedOrNull() != null;
                if (isAttached != (token != null) || Python.attach(MemoryEnd::evaluate) != 5) {
                    outcome[0] = "unexpected: attached is " + isAttached;
                }
                if (token != null && isAttached) {
                    token.close();
                }
            } catch (Throwable e) {
                empty();
                outcome[0] = "unexpected " + e;
                e.printStackTrace();
            }
        });
        ready.await();
        fill(left);
        isFull = true;
        thread.join(PATIENCE_MILLIS);
        empty();
        Thread other = Thread.ofPlatform().daemon().start(() -> Python.attach(MemoryEnd::evaluate));
        other.join(PATIENCE_MILLIS);
        if (thread.isAlive() || other.isAlive() || outcome[0] == null || outcome[0].startsWith("unexpected")) {
            System.out.println(name + ", " + left + " objects left: " + outcome[0] + (thread.isAlive() ? ", hangs" : "")
                    + (other.isAlive() ? ", the GIL is kept" : ""));
            for (StackTraceElement frame : thread.getStackTrace()) {
                System.out.println("    at " + frame);
            }
            Runtime.getRuntime().halt(1);
        }
        outcomes.merge(outcome[0], 1, Integer::sum);
    }

    private static void awaitFull(CountDownLatch ready) {
        ready.countDown();
        while (!isFull) { // to wait takes memory
            Thread.yield();
        }
    }

    /** What Sanca links after its start should not meet a full heap. */
    private static void awaitLinks() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("sanca-link")) {
                thread.join();
            }
        }
    }

    /** What the JVM links and loads at the first use should not meet a full heap. */
    private static void rehearse() throws Exception {
        for (Operation operation : NEW.values()) {
            operation.run(null);
        }
        try (Python token = Python.attach()) {
            for (Operation operation : ATTACHED.values()) {
                operation.run(token);
            }
        }
    }

    public static void main(String[] args) throws Exception {
        int most = Integer.parseInt(args[0]);
        int step = Integer.parseInt(args[1]);
        Python.attach(MemoryEnd::evaluate);
        awaitLinks();
        rehearse();
        Map<String, Operation> all = new LinkedHashMap<>(ATTACHED);
        all.putAll(NEW);
        for (String name : all.keySet()) {
            Map<String, Integer> outcomes = new LinkedHashMap<>();
            for (int left = 0; left < most; left += step) {
                attempt(name, NEW.get(name), left, outcomes);
            }
            System.out.println(name + ": " + outcomes);
        }
        System.out.println("passed");
    }
}
