import dev.sanca.*;
import dev.sanca.types.*;

void main() {
    Py<PyDict> squares = Python.attach(py -> Py.of(py.dict())); // may be kept and shared; a PyDict may not
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 100; i++) {
            int n = i;
            threads.execute(() -> Python.attach(py -> {
                squares.bind(py).setItem(n, n * n);
                return null;
            }));
        }
    }
    try (Python py = Python.attach()) {
        IO.println(squares.bind(py).len() + " squares, the last is " + squares.bind(py).getItem(99));

        // While this thread is detached, another one can run Python.
        long answer = py.detach(() -> CompletableFuture.supplyAsync(
                        () -> Python.attach(other -> other.eval("6 * 7").asLong()))
                .join());
        IO.println("another thread says " + answer);
    }
    squares.close(); // detached: the count goes back at the next attach
}
