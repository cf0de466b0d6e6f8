package dev.sanca.programs;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.RefCounts;
import dev.sanca.Scope;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Threads attach, detach, share, drop, call back and collect; at the end every count must be back. */
public final class FreeForAll {
    private static final int THREADS = 8;
    private static final AtomicReferenceArray<@Nullable Py<PyAny>> SHARED = new AtomicReferenceArray<>(64);
    private static final AtomicReference<@Nullable Throwable> FAILURE = new AtomicReference<>();

    private FreeForAll() {}

    public static void main(String[] args) throws Exception {
        long end = System.nanoTime() + Integer.parseInt(args[0]) * 1_000_000_000L;
        Random seeds = new Random(Long.parseLong(args[1]));
        Py<PyAny> object = Python.attach(py -> Py.of(py.eval("type('Shared', (), {})()")));
        long before = count(object);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            Random random = new Random(seeds.nextLong());
            threads.add(Thread.ofPlatform().start(() -> work(object, random, end)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (int i = 0; i < SHARED.length(); i++) {
            drop(SHARED.getAndSet(i, null));
        }
        Throwable failure = FAILURE.get();
        if (failure != null) {
            failure.printStackTrace();
            System.exit(1);
        }
        long after = count(object);
        for (int i = 0; i < 50 && after != before; i++) {
            System.gc();
            Thread.sleep(10);
            after = count(object);
        }
        System.out.println(after == before ? "balanced" : "count was " + before + ", is " + after);
    }

    private static long count(Py<PyAny> object) {
        return Python.attach(py -> {
            try (PyAny bound = object.bind(py)) {
                return RefCounts.of(py, bound);
            }
        });
    }

    private static void work(Py<PyAny> object, Random random, long end) {
        try {
            while (System.nanoTime() < end && FAILURE.get() == null) {
                if (random.nextInt(8) == 0) {
                    drop(SHARED.getAndSet(random.nextInt(SHARED.length()), null));
                } else {
                    Python.attach(py -> {
                        attached(py, object, random, 3);
                        return null;
                    });
                }
                if (random.nextInt(2_000) == 0) {
                    System.gc();
                }
            }
        } catch (Throwable e) {
            FAILURE.compareAndSet(null, e);
        }
    }

    private static void attached(Python py, Py<PyAny> object, Random random, int depth) {
        int slot = random.nextInt(SHARED.length());
        for (int i = random.nextInt(20); i >= 0; i--) {
            switch (random.nextInt(9)) {
                case 0 -> drop(SHARED.getAndSet(slot, Py.move(object.bind(py))));
                case 1 -> use(py, SHARED.getAndSet(slot, object.copy()), random);
                case 2 -> object.bind(py).close();
                case 3 -> object.bind(py); // the collector's
                case 4 -> object.copy(); // the collector's
                case 5 -> py.detach(() -> drop(SHARED.getAndSet(slot, null)));
                case 6 -> inScope(py, object, random, depth);
                case 7 -> callBack(py, object, random, depth);
                default -> {
                    try (Python inner = Python.attach();
                            PyAny list = inner.list(object.bind(py), object.bind(py))) {
                        check(list.len() == 2);
                    }
                }
            }
        }
    }

    private static void inScope(Python py, Py<PyAny> object, Random random, int depth) {
        if (depth == 0) {
            return;
        }
        PyAny kept;
        try (Scope scope = py.scope()) {
            kept = scope.keep(object.bind(py));
            attached(py, object, random, depth - 1);
        }
        check(kept.isAlive());
    }

    private static void callBack(Python py, Py<PyAny> object, Random random, int depth) {
        if (depth == 0) {
            return;
        }
        PyAny argument = object.bind(py);
        PyCFunction function = py.function("back", (p, args, kwargs) -> {
            attached(p, object, random, depth - 1);
            if (random.nextBoolean()) {
                argument.close();
            }
            return args.getFirst();
        });
        check(!function.call(argument).isNone());
    }

    private static void use(Python py, @Nullable Py<PyAny> shared, Random random) {
        if (shared != null) {
            check(shared.bind(py).isTruthy());
            if (random.nextBoolean()) {
                shared.close();
            }
        }
    }

    private static void drop(@Nullable Py<PyAny> shared) {
        if (shared != null) {
            shared.close();
        }
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError();
        }
    }
}
