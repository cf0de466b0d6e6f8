package dev.sanca.stress.fuzz;

import dev.sanca.Py;
import dev.sanca.Python;
import dev.sanca.types.PyAny;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Stream;

/**
 * The few Python objects of a run, and the model of their counts.
 *
 * <p><b>Thread:</b> any; counts can be compared while one thread of the run does steps.
 */
final class Objects {
    static final int SIZE = 4;

    private final PythonCode code;
    private final List<Py<PyAny>> roots;
    private final AtomicLongArray expected = new AtomicLongArray(SIZE);

    /** Counts that may be there beside the expected ones: of dropped references, and in the frames of exceptions. */
    private final AtomicLongArray possible = new AtomicLongArray(SIZE);

    /** How many threads run beside the one that started them. */
    final AtomicInteger besides = new AtomicInteger();

    Objects(Python py, PythonCode code) {
        this.code = code;
        try (PyAny make = code.make.bind(py)) {
            roots = Stream.generate(() -> Py.move(make.call())).limit(SIZE).toList();
        }
        for (int i = 0; i < SIZE; i++) {
            expected.set(i, count(py, i));
        }
    }

    private long count(Python py, int object) {
        try (PyAny getrefcount = code.getrefcount.bind(py);
                PyAny root = roots.get(object).bind(py);
                PyAny count = getrefcount.call(root)) {
            return count.asLong();
        }
    }

    PyAny bind(Python py, int object) {
        return roots.get(object).bind(py);
    }

    void add(int object, long counts) {
        expected.addAndGet(object, counts);
    }

    void addPossible(int object, long counts) {
        possible.addAndGet(object, counts);
    }

    /** Compares Python's count with the model, where nothing changes meanwhile. */
    void check(Python py, int object) {
        check(py, object, 0);
    }

    /** As the other, for the moment when something has {@code more} counts. */
    void check(Python py, int object, int more) {
        if (besides.get() > 0) {
            return;
        }
        long least = expected.get(object) + more;
        long most = least + possible.get(object);
        long found = count(py, object);
        Disagreement.unless(
                least <= found && found <= most,
                "object " + object + " has " + found + " counts; the model says " + least
                        + (most > least ? " to " + most : ""));
    }

    void checkAll(Python py) {
        for (int i = 0; i < SIZE; i++) {
            check(py, i);
        }
    }

    void close() {
        roots.forEach(Py::close);
    }
}
