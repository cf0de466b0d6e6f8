package dev.sanca;

import dev.sanca.internal.discovery.DiscoveredPython;
import dev.sanca.internal.discovery.Discovery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which Python to start, and how.
 *
 * <p>The simplest configuration names nothing: {@link #discover()}. The Python is chosen when it starts, in the
 * following order. The first one that exists is used; if it cannot be used, that is an error, and no other one is
 * tried.
 *
 * <ol>
 *   <li>{@link Builder#python};
 *   <li>the system property {@code sanca.python}, then the environment variable {@code SANCA_PYTHON};
 *   <li>the active virtual environment, {@code VIRTUAL_ENV};
 *   <li>the bundled CPython, if {@code dev.sanca:sanca-cpython} is on the class path or module path;
 *   <li>{@code python3} on the {@code PATH}.
 * </ol>
 *
 * <p><b>Thread:</b> immutable; any thread. <b>Cost:</b> none; files are read when Python starts.
 *
 * @see Python#initialize
 */
public final class PythonConfig {
    private static final PythonConfig DISCOVER = builder().build();

    private final Optional<Path> python;
    private final Optional<Path> home;
    private final Optional<String> runtime;
    private final List<Path> path;

    private PythonConfig(Builder builder) {
        this.python = builder.python;
        this.home = builder.home;
        this.runtime = builder.runtime;
        this.path = List.copyOf(builder.path);
    }

    /**
     * Returns the configuration that names nothing.
     *
     * @return the configuration that the first attach uses, unless the program has called {@link Python#initialize}
     */
    public static PythonConfig discover() {
        return DISCOVER;
    }

    /**
     * Returns a builder for a configuration.
     *
     * @return a new builder that names nothing
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Finds the Python that this configuration would start, without starting it.
     *
     * <p><b>Thread:</b> any. <b>Cost:</b> the bundle is unpacked if it was not; an interpreter that was not run before
     * is run once, and its answer is cached on disk. No native library is loaded.
     *
     * @return the Python that was found
     * @throws PythonConfigException if there is no Python, or the first one that exists cannot be used; the message
     *     names the path, the reason and the fix
     */
    public PythonInstallation locate() {
        DiscoveredPython found = Discovery.find(this);
        return new PythonInstallation(
                found.version(),
                found.executable(),
                found.libpython(),
                found.prefix(),
                found.basePrefix(),
                found.debug(),
                found.freeThreaded(),
                found.origin());
    }

    /**
     * Returns the Python that the configuration names.
     *
     * @return an executable, a virtual environment, an installation or a {@code libpython}; empty if the configuration
     *     names none
     */
    public Optional<Path> python() {
        return python;
    }

    /**
     * Returns the directory of the standard library that the configuration names.
     *
     * @return the value for {@code PYTHONHOME}; empty if the configuration names none
     */
    public Optional<Path> home() {
        return home;
    }

    /**
     * Returns the runtime that the configuration names.
     *
     * @return the name of the runtime, such as {@code "cpython"}; empty if the configuration names none
     */
    public Optional<String> runtime() {
        return runtime;
    }

    /**
     * Returns the directories that are appended to {@code sys.path}.
     *
     * @return the directories in order; unmodifiable
     */
    public List<Path> path() {
        return path;
    }

    @Override
    public String toString() {
        return "PythonConfig[python=" + python.map(Path::toString).orElse("discover") + ", home="
                + home.map(Path::toString).orElse("default") + ", runtime=" + runtime.orElse("default") + ", path="
                + path
                + "]";
    }

    /** A builder of configurations. It is not safe for use by several threads at once. */
    public static final class Builder {
        private Optional<Path> python = Optional.empty();
        private Optional<Path> home = Optional.empty();
        private Optional<String> runtime = Optional.empty();
        private final List<Path> path = new ArrayList<>();

        private Builder() {}

        /**
         * Sets the Python to use.
         *
         * @param python an executable, the directory of a virtual environment or of an installation, or a
         *     {@code libpython}
         * @return this builder
         * @throws NullPointerException if {@code python} is null
         */
        public Builder python(Path python) {
            this.python = Optional.of(python);
            return this;
        }

        /**
         * Sets the directory that holds the standard library, {@code lib/pythonX.Y}.
         *
         * @param home the value for {@code PYTHONHOME}
         * @return this builder
         * @throws NullPointerException if {@code home} is null
         * @apiNote Only a {@code libpython} far from its standard library needs this. It is wrong for a virtual
         *     environment, because it hides the packages of the environment.
         */
        public Builder home(Path home) {
            this.home = Optional.of(home);
            return this;
        }

        /**
         * Sets the implementation of Python.
         *
         * @param runtime the name of the runtime, such as {@code "cpython"}
         * @return this builder
         * @throws NullPointerException if {@code runtime} is null
         * @see dev.sanca.spi.PythonRuntime#named
         */
        public Builder runtime(String runtime) {
            this.runtime = Optional.of(runtime);
            return this;
        }

        /**
         * Appends a directory to {@code sys.path}.
         *
         * @param directory a directory with Python modules
         * @return this builder
         * @throws NullPointerException if {@code directory} is null
         */
        public Builder addPath(Path directory) {
            path.add(Objects.requireNonNull(directory, "directory"));
            return this;
        }

        /**
         * Returns a configuration with the values set so far. The builder can be used further.
         *
         * @return a new configuration
         */
        public PythonConfig build() {
            return new PythonConfig(this);
        }
    }
}
