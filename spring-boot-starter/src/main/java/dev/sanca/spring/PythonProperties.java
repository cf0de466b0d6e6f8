package dev.sanca.spring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code sanca.python.*}: which Python, and when it starts.
 *
 * @param executable An executable, a virtual environment, an installation or a libpython. Without it the system property
 *     sanca.python, the variable SANCA_PYTHON, an active virtual environment and the bundled Python are used, in this
 *     order.
 * @param home The directory of the standard library, the value for PYTHONHOME. Only a libpython far from it needs this.
 * @param runtime The implementation of Python, such as cpython or graalpy.
 * @param path Directories that are appended to sys.path.
 * @param cache The directory into which the bundled Python is unpacked. Without it the system property sanca.cache, or
 *     sanca in the user's cache directory.
 * @param eager Whether Python starts with the program. If not, it starts at the first use.
 * @param healthTimeout How long the health indicator waits for the GIL before it says that Python is down.
 */
@ConfigurationProperties("sanca.python")
public record PythonProperties(
        @Nullable String executable,
        @Nullable Path home,
        @Nullable String runtime,
        @DefaultValue List<Path> path,
        @Nullable Path cache,
        @DefaultValue("true") boolean eager,
        @DefaultValue("10s") Duration healthTimeout) {
    /** Copies the list. */
    public PythonProperties {
        path = List.copyOf(path);
    }
}
