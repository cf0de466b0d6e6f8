package dev.sanca.programs;

import dev.sanca.Python;
import dev.sanca.internal.cpython.CPython;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Prints what {@code tryAttach} returns on a virtual thread before Python was started, and that it was not started. */
public final class TryAttachNotStarted {
    private TryAttachNotStarted() {}

    public static void main(String[] args) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Optional<Python> token = executor.submit(() -> Python.tryAttach()).get();
            Optional<Integer> result =
                    executor.submit(() -> Python.tryAttach(py -> 1)).get();
            System.out.println(token + "\n" + result);
        }
        if (CPython.isRunning()) {
            throw new AssertionError("tryAttach has started Python");
        }
    }
}
