package dev.sanca.spring;

import dev.sanca.PythonConfigException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows why Python does not start as Spring Boot shows other faults of a configuration, without a stack trace. */
final class PythonFailureAnalyzer extends AbstractFailureAnalyzer<PythonConfigException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PythonConfigException cause) {
        return new FailureAnalysis(
                "Python cannot be started: " + cause.getMessage(),
                "Correct what the message says, or name another Python by the property sanca.python.executable.",
                cause);
    }
}
