package dev.sanca.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Shows at {@code /actuator/health} how Python is. {@code management.health.python.enabled=false} leaves it out. */
@AutoConfiguration(after = SancaAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(PythonStart.class)
@ConditionalOnEnabledHealthIndicator("python")
public class SancaHealthAutoConfiguration {
    /** Creates the configuration; Spring calls this. */
    public SancaHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "pythonHealthIndicator")
    PythonHealthIndicator pythonHealthIndicator(PythonStart start, PythonProperties properties) {
        return new PythonHealthIndicator(start, properties.healthTimeout());
    }
}
