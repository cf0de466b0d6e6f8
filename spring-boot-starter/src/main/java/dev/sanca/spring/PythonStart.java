package dev.sanca.spring;

import dev.sanca.Python;
import dev.sanca.PythonConfig;
import dev.sanca.PythonException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts Python as the properties say, once in a process.
 *
 * <p><b>Thread:</b> any.
 */
final class PythonStart implements InitializingBean {
    private static final Log LOG = LogFactory.getLog(PythonStart.class);

    private final PythonProperties properties;
    private final PackagesProperties packages;
    private final ConfigurableApplicationContext context;
    private final List<PythonConfigCustomizer> customizers;
    private volatile boolean started;

    PythonStart(
            PythonProperties properties,
            PackagesProperties packages,
            ConfigurableApplicationContext context,
            List<PythonConfigCustomizer> customizers) {
        this.properties = properties;
        this.packages = packages;
        this.context = context;
        this.customizers = List.copyOf(customizers);
    }

    /** Starts Python with the program, if the properties say so. */
    @Override
    public void afterPropertiesSet() {
        if (properties.eager()) {
            ensureStarted();
        }
    }

    /**
     * Starts Python unless it runs, and imports the modules that the program needs.
     *
     * @throws dev.sanca.PythonConfigException if Python cannot be started
     * @throws IllegalStateException if a module cannot be imported, or Python has ended
     */
    void ensureStarted() {
        if (started) {
            return;
        }
        synchronized (PythonStart.class) {
            if (!started) {
                start();
                packages.imports().forEach(PythonStart::importModule);
                started = true;
            }
        }
    }

    private void start() {
        if (Python.tryAttach(py -> true).isPresent()) {
            LOG.info("Python " + Python.version() + " runs already, so the properties sanca.python.* have no effect");
        } else {
            if (properties.cache() != null && System.getProperty("sanca.cache") == null) {
                System.setProperty("sanca.cache", properties.cache().toString());
            }
            Python.initialize(config());
            LOG.info("Python " + Python.version() + " is started");
        }
        ExitOrder.endPythonAfter(context);
    }

    /** Returns the configuration of the properties, as the customizers changed it. */
    PythonConfig config() {
        PythonConfig.Builder builder = PythonConfig.builder();
        if (properties.executable() != null && !properties.executable().isBlank()) {
            builder.python(Path.of(properties.executable()));
        }
        if (properties.home() != null) {
            builder.home(properties.home());
        }
        if (properties.runtime() != null) {
            builder.runtime(properties.runtime());
        }
        properties.path().forEach(builder::addPath);
        customizers.forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    private static void importModule(String name) {
        try {
            Python.attach(py -> {
                py.importModule(name).close();
                return null;
            });
        } catch (PythonException e) {
            throw new IllegalStateException(
                    "The Python module '" + name + "', which sanca.packages.imports names, cannot be imported: "
                            + e.getMessage(),
                    e);
        }
    }
}
