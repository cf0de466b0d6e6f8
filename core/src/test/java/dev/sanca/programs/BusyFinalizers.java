package dev.sanca.programs;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads drop objects, attached and not, whose {@code __del__} attaches, makes, drops, detaches and calls Java. */
public final class BusyFinalizers {
    private static final int THREADS = 4;
    private static final int EACH = 3_000;

    private BusyFinalizers() {}

    public static void main(String[] args) throws Exception {
        AtomicInteger deaths = new AtomicInteger();
        Py<PyAny> type = Python.attach(py -> {
            PyCFunction died = py.function("died", (p, a, k) -> {
                int n = deaths.incrementAndGet();
                try (Python inner = Python.attach()) {
                    Py<PyAny> extra = Py.of(inner.of("extra"));
                    if (n % 3 == 0) {
                        inner.detach(extra::close);
                    } else if (n % 3 == 1) {
                        extra.close();
                    }
                    inner.eval("len").call("abc").close();
                }
                return p.function("again", (q, b, l) -> q.of(n)).call();
            });
            py.run("""
                    def make(died):
                        class Busy:
                            def __del__(self):
                                died(self.__class__)
                        return Busy
                    """);
            return Py.of(py.eval("make").call(died));
        });
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            all.add(CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < EACH; i++) {
                            int step = i;
                            Py<PyAny> object = Python.attach(py -> {
                                Py<PyAny> made = Py.move(type.bind(py).call());
                                if ((step + thread) % 2 == 0) {
                                    made.close();
                                }
                                return made;
                            });
                            object.close();
                            if (step % 500 == 0) {
                                System.gc();
                            }
                        }
                    },
                    task -> Thread.ofPlatform().start(task)));
        }
        for (CompletableFuture<Void> each : all) {
            each.get();
        }
        Python.attach(py -> {
            // Without a GIL, counts that other threads decremented may wait for the object's own thread, or for this.
            py.importModule("gc").callMethod("collect").close();
            return null;
        });
        System.out.println(deaths.get() == THREADS * EACH ? "all died" : "died: " + deaths.get());
    }
}
