package dev.sanca.spring;

import dev.sanca.Python;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Starts Python with the program and makes the {@link PythonTemplate}. */
@AutoConfiguration
@ConditionalOnClass(Python.class)
@EnableConfigurationProperties({PythonProperties.class, PackagesProperties.class})
public class SancaAutoConfiguration {
    /** Creates the configuration; Spring calls this. */
    public SancaAutoConfiguration() {}

    @Bean
    PythonStart sancaPythonStart(
            PythonProperties properties,
            PackagesProperties packages,
            ConfigurableApplicationContext context,
            ObjectProvider<PythonConfigCustomizer> customizers) {
        return new PythonStart(
                properties, packages, context, customizers.orderedStream().toList());
    }

    /** The template of the program, unless it makes one itself. */
    @Bean
    @ConditionalOnMissingBean
    PythonTemplate pythonTemplate(PythonStart start, ObjectProvider<CallListener> listeners) {
        return new PythonTemplate(start, listeners.orderedStream().toList());
    }
}
