package dev.sanca.internal.discovery;

import dev.sanca.spi.BundledPython;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What discovery looks at besides the configuration; a record so that tests can give it others.
 *
 * @param property reads a system property; null if it is not set
 * @param variable reads an environment variable; null if it is not set
 * @param bundle the bundled CPython, if there is one
 */
record DiscoveryEnvironment(
        Function<String, @Nullable String> property,
        Function<String, @Nullable String> variable,
        Optional<BundledPython> bundle) {

    static DiscoveryEnvironment ofProcess() {
        return new DiscoveryEnvironment(System::getProperty, System::getenv, findBundle());
    }

    private static Optional<BundledPython> findBundle() {
        Optional<BundledPython> own = ServiceLoader.load(
                        BundledPython.class, DiscoveryEnvironment.class.getClassLoader())
                .findFirst();
        return own.isPresent() ? own : ServiceLoader.load(BundledPython.class).findFirst();
    }

    /** Returns a property or variable that says something. */
    static Optional<String> text(@Nullable String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    /** Returns Sanca's cache directory: {@code sanca.cache}, else below the user's cache directory. */
    Path cache() {
        Optional<String> chosen = text(property.apply("sanca.cache"));
        if (chosen.isPresent()) {
            return Path.of(chosen.get()).toAbsolutePath().normalize();
        }
        // The XDG Base Directory Specification: a relative path is to be ignored.
        return text(variable.apply("XDG_CACHE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(text(property.apply("user.home")).orElse("."), ".cache"))
                .resolve("sanca");
    }
}
