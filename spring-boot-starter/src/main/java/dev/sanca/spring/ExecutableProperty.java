package dev.sanca.spring;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives {@code sanca.python.executable} the value of {@code sanca.python}, which Spring reads from {@code -Dsanca.python} and
 * {@code SANCA_PYTHON} too, unless the program names another.
 *
 * <p>Without it Spring would take the text for the whole of {@link PythonProperties}, cannot convert it, and refuses to start
 * if no other property of that prefix is set.
 */
final class ExecutableProperty implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("sanca", Map.of("sanca.python.executable", "${sanca.python:}")));
    }
}
