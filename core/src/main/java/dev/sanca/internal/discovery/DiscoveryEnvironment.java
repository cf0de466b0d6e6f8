package dev.sanca.internal.discovery;

import dev.sanca.spi.BundledPython;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What discovery reads besides the configuration. It is a record so that tests can replace it.
 *
 * @param property reads a system property; null if the property is not set
 * @param variable reads an environment variable; null if the variable is not set
 * @param bundle the bundled CPython, if there is one
 * @param packedWithJava whether the program was packed together with its Java: a run-time image of {@code jlink} or an
 *     application of {@code jpackage}
 */
record DiscoveryEnvironment(
        Function<String, @Nullable String> property,
        Function<String, @Nullable String> variable,
        Optional<BundledPython> bundle,
        boolean packedWithJava) {

    /** Returns the properties, variables and bundle of this process. */
    static DiscoveryEnvironment ofProcess() {
        return new DiscoveryEnvironment(System::getProperty, System::getenv, findBundle(), isPackaged());
    }

    private static boolean isPackaged() {
        if (System.getProperty("jpackage.app-path") != null) { // set by the launcher that jpackage makes
            return true;
        }
        Module sanca = DiscoveryEnvironment.class.getModule();
        return sanca.isNamed()
                && Objects.requireNonNull(sanca.getLayer())
                        .configuration()
                        .findModule(sanca.getName())
                        .flatMap(module -> module.reference().location())
                        .filter(location -> "jrt".equals(location.getScheme()))
                        .isPresent();
    }

    private static Optional<BundledPython> findBundle() {
        Optional<BundledPython> besideSanca = ServiceLoader.load(
                        BundledPython.class, DiscoveryEnvironment.class.getClassLoader())
                .findFirst();
        return besideSanca.isPresent()
                ? besideSanca
                : ServiceLoader.load(BundledPython.class).findFirst();
    }

    /** Returns the value of a property or variable, unless it is blank. */
    static Optional<String> text(@Nullable String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    /**
     * Returns Sanca's cache directory: the property {@code sanca.cache}, or {@code sanca} in the user's cache
     * directory.
     */
    Path cache() {
        Optional<String> chosen = text(property.apply("sanca.cache"));
        if (chosen.isPresent()) {
            return Path.of(chosen.get()).toAbsolutePath().normalize();
        }
        // XDG Base Directory Specification: a relative path must be ignored.
        return text(variable.apply("XDG_CACHE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(text(property.apply("user.home")).orElse("."), ".cache"))
                .resolve("sanca");
    }
}
