package dev.sanca;

import dev.sanca.types.PyAny;
import dev.sanca.types.PyCFunction;
import java.util.concurrent.atomic.AtomicInteger;

/** Python objects whose death Java sees: {@code __del__} counts it, on whichever thread, attached or not, anyone looks. */
public final class Mortals {
    private final AtomicInteger deaths = new AtomicInteger();
    private final Py<PyAny> type;

    public Mortals(Python py) {
        try (Scope scope = py.scope();
                PyCFunction died = py.function("died", (p, args, kwargs) -> deaths.incrementAndGet())) {
            assert scope.isOpen();
            py.run("""
                    def _mortals(died):
                        class Mortal:
                            def __del__(self):
                                died()
                        return Mortal
                    """);
            type = Py.of(py.eval("_mortals").call(died));
        }
    }

    /** A new object that only its reference holds. */
    public PyAny make(Python py) {
        try (PyAny bound = type.bind(py)) {
            return bound.call();
        }
    }

    public int deaths() {
        return deaths.get();
    }

    /** Gives up the class. */
    public void close() {
        type.close();
    }
}
