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
 * <p>The simplest case names nothing: {@link #discover()}. What a configuration leaves open is decided when Python
 * starts, in this order; the first that is there is used, and it is an error if it is unfit:
 *
 * <ol>
 *   <li>{@link Builder#python};
 *   <li>the system property {@code sanca.python}, then the environment variable {@code SANCA_PYTHON};
 *   <li>the active virtual environment, {@code VIRTUAL_ENV};
 *   <li>the bundled CPython, if {@code dev.sanca:sanca-cpython} is on the class path or module path;
 *   <li>{@code python3} on the {@code PATH}.
 * </ol>
 *
 * <p><b>Thread:</b> immutable; any. <b>Cost:</b> none; files are looked at when Python starts.
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
     * Returns the configuration that leaves everything open.
     *
     * @return the configuration used by the first attach of a program that did not initialize Python itself
     */
    public static PythonConfig discover() {
        return DISCOVER;
    }

    /**
     * Starts a configuration.
     *
     * @return a builder that leaves everything open
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Finds the Python that would be started, without starting it.
     *
     * <p><b>Cost:</b> as much as the start does before anything native happens: the bundle is unpacked, an interpreter
     * that was not asked before is run once.
     *
     * @return what was found
     * @throws PythonConfigException if there is no Python, or the first one found is unfit; the message names the path,
     *     the reason and the fix
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
     * Returns the Python that was named.
     *
     * @return an executable, a virtual environment or a {@code libpython}
     */
    public Optional<Path> python() {
        return python;
    }

    /**
     * Returns the home that was named.
     *
     * @return the value for {@code PYTHONHOME}
     */
    public Optional<Path> home() {
        return home;
    }

    /**
     * Returns the runtime that was named.
     *
     * @return its name, such as {@code "cpython"}
     */
    public Optional<String> runtime() {
        return runtime;
    }

    /**
     * Returns the further directories for {@code sys.path}.
     *
     * @return the directories, in order
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

    /** Collects the choices for a {@link PythonConfig}. Not for use by several threads at once. */
    public static final class Builder {
        private Optional<Path> python = Optional.empty();
        private Optional<Path> home = Optional.empty();
        private Optional<String> runtime = Optional.empty();
        private final List<Path> path = new ArrayList<>();

        private Builder() {}

        /**
         * Names the Python to use.
         *
         * @param python an executable, the directory of a virtual environment or of an installation, or a
         *     {@code libpython}
         * @return this builder
         */
        public Builder python(Path python) {
            this.python = Optional.of(python);
            return this;
        }

        /**
         * Names the directory that holds the standard library, {@code lib/pythonX.Y}.
         *
         * @param home the value for {@code PYTHONHOME}
         * @return this builder
         * @apiNote Only a {@code libpython} far from its standard library needs this; for a virtual environment it is
         *     wrong, because it hides the environment's packages.
         */
        public Builder home(Path home) {
            this.home = Optional.of(home);
            return this;
        }

        /**
         * Names the implementation of Python.
         *
         * @param runtime its name, such as {@code "cpython"}
         * @return this builder
         */
        public Builder runtime(String runtime) {
            this.runtime = Optional.of(runtime);
            return this;
        }

        /**
         * Adds a directory to the end of {@code sys.path}.
         *
         * @param directory a directory with Python modules
         * @return this builder
         */
        public Builder addPath(Path directory) {
            path.add(Objects.requireNonNull(directory, "directory"));
            return this;
        }

        /**
         * Makes the configuration.
         *
         * @return the configuration; the builder may be used further
         */
        public PythonConfig build() {
            return new PythonConfig(this);
        }
    }
}
