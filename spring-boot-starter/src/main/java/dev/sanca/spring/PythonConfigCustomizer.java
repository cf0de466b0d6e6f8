package dev.sanca.spring;

import dev.sanca.PythonConfig;

/**
 * Says how Python starts, where the properties do not. Every bean of this type is asked, in the order of
 * {@link org.springframework.core.annotation.Order @Order}, after the properties were applied.
 */
@FunctionalInterface
public interface PythonConfigCustomizer {
    /**
     * Changes the configuration with which Python will start.
     *
     * @param builder the builder, with the values of the properties
     */
    void customize(PythonConfig.Builder builder);
}
