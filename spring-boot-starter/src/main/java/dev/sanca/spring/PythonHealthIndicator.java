package dev.sanca.spring;

import dev.sanca.Python;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Says that Python is up if it can run code, and down if it cannot, or if the GIL is not free for long.
 *
 * <p><b>Thread:</b> any; it waits for the GIL no longer than the timeout.
 */
final class PythonHealthIndicator extends AbstractHealthIndicator {
    private final PythonStart start;
    private final Duration timeout;

    PythonHealthIndicator(PythonStart start, Duration timeout) {
        super("Python is down");
        this.start = start;
        this.timeout = timeout;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        start.ensureStarted();
        Optional<String> executable = Python.tryAttach(
                timeout, py -> py.importModule("sys").getAttr("executable").str());
        if (executable.isPresent()) {
            builder.up().withDetail("version", Python.version()).withDetail("executable", executable.get());
        } else {
            builder.down()
                    .withDetail(
                            "error",
                            "no thread could attach within " + timeout.toMillis()
                                    + " ms: another holds the GIL. Let it detach while it waits (py.detach)");
        }
    }
}
