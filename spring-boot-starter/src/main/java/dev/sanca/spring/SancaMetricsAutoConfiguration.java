package dev.sanca.spring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Shows at {@code /actuator/metrics} what Python does. {@code management.metrics.enable.sanca=false} leaves it out. */
@AutoConfiguration(after = SancaAutoConfiguration.class)
@ConditionalOnClass({MeterRegistry.class, MeterBinder.class})
public class SancaMetricsAutoConfiguration {
    /** Creates the configuration; Spring calls this. */
    public SancaMetricsAutoConfiguration() {}

    @Bean
    PythonMetrics sancaPythonMetrics() {
        return new PythonMetrics();
    }

    /** Asks for the registry at the first call, since a bean may use Python before the registry is made. */
    @Bean
    CallTimers sancaCallTimers(ObjectProvider<MeterRegistry> registry) {
        return new CallTimers(registry::getIfAvailable);
    }
}
