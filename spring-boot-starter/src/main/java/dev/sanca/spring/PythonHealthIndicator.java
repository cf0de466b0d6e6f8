package dev.sanca.spring;

import dev.sanca.Python;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Says that Python is up if it can run code, and down if it cannot, or if the GIL is not free for long.
 *
 * <p><b>Thread:</b> any. A thread of this class attaches, and the caller waits for it no longer than the timeout. While that
 * thread still waits for the GIL, later callers wait for the same thread.
 */
final class PythonHealthIndicator extends AbstractHealthIndicator {
    private final PythonStart start;
    private final Duration timeout;
    private @Nullable CompletableFuture<String> pending;

    PythonHealthIndicator(PythonStart start, Duration timeout) {
        super("Python is down");
        this.start = start;
        this.timeout = timeout;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        try {
            String executable = answer().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            builder.up().withDetail("version", Python.version()).withDetail("executable", executable);
        } catch (TimeoutException e) {
            builder.down()
                    .withDetail(
                            "error",
                            "no thread could attach within " + timeout.toMillis()
                                    + " ms: another holds the GIL. Let it detach while it waits (py.detach)");
        } catch (ExecutionException e) {
            builder.down(e.getCause() == null ? e : e.getCause());
        }
    }

    private synchronized CompletableFuture<String> answer() {
        if (pending == null || pending.isDone()) {
            CompletableFuture<String> answer = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("sanca-health").start(() -> answer(answer));
            pending = answer;
        }
        return pending;
    }

    private void answer(CompletableFuture<String> answer) {
        try {
            start.ensureStarted();
            answer.complete(Python.attach(
                    py -> py.importModule("sys").getAttr("executable").str()));
        } catch (Throwable e) {
            answer.completeExceptionally(e);
        }
    }
}
