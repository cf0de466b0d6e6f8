package dev.sanca.internal.discovery;

import dev.sanca.PythonConfig;
import dev.sanca.PythonConfigException;
import dev.sanca.spi.BundledPython;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses the CPython to load: the one that the program names, the one that the user names, the active virtual
 * environment, the bundle, or the first on the {@code PATH}. The first that exists is used. If it is unfit, that is an
 * error, and the others are not tried, because a Python that nobody meant is worse than an error.
 *
 * <p><b>Cost:</b> runs the chosen interpreter once and caches its report on disk. The bundle is never run.
 */
public final class Discovery {
    /** The origin of the bundled Python. */
    static final String BUNDLED = "bundled with the program (dev.sanca:sanca-cpython)";

    private final DiscoveryEnvironment environment;
    private final InterpreterCache cache;

    Discovery(DiscoveryEnvironment environment) {
        this.environment = environment;
        this.cache = new InterpreterCache(environment.cache());
    }

    /**
     * Finds the interpreter for a configuration in this process.
     *
     * @param config what the program requested
     * @return an interpreter that is supported, and whose library exists and is for this machine
     * @throws PythonConfigException if there is none, or its library needs another C library than that of this process
     */
    public static DiscoveredPython find(PythonConfig config) {
        return new Discovery(DiscoveryEnvironment.ofProcess()).choose(config);
    }

    /**
     * Finds the executable whose pip installs packages where programs with the same settings find them. Of the bundled
     * Python that is the user's environment; of another Python, its own executable.
     *
     * @param config what the program requested
     * @return the executable
     * @throws PythonConfigException if there is no Python, or the first that exists cannot be used
     */
    public static Path installer(PythonConfig config) {
        return new Discovery(DiscoveryEnvironment.ofProcess())
                .choose(config, BundledPython::userEnvironment)
                .executable();
    }

    /** Returns Sanca's cache directory, which may not exist. */
    public static Path cache() {
        return DiscoveryEnvironment.ofProcess().cache();
    }

    /** Makes a bundled Python usable. */
    @FunctionalInterface
    private interface Installer {
        BundledPython.Installation install(BundledPython bundle, Path cache) throws IOException;
    }

    DiscoveredPython choose(PythonConfig config) {
        return choose(config, BundledPython::install);
    }

    private DiscoveredPython choose(PythonConfig config, Installer installer) {
        DiscoveredPython python = named(config)
                .or(() -> virtualEnvironment(config))
                .or(() -> bundled(installer))
                .or(() -> onPath(config))
                .orElseThrow(() -> new PythonConfigException("There is no Python: SANCA_PYTHON, -Dsanca.python and"
                        + " VIRTUAL_ENV are not set, dev.sanca:sanca-cpython is not on the class path, and there is no"
                        + " python3 on the PATH. Add dev.sanca:sanca-cpython to the program, or install a CPython 3.10"
                        + " or later with a shared library."));
        if (config.home().isPresent()) {
            python = python.withHome(config.home().get());
        }
        Path libpython = python.libpython();
        CLibrary.ofProcess().ifPresent(library -> library.requireFit(libpython));
        List<Path> extraPaths = Stream.concat(python.extraPaths().stream(), config.path().stream())
                .toList();
        return python.withExtraPaths(extraPaths);
    }

    private Optional<DiscoveredPython> named(PythonConfig config) {
        Optional<String> property =
                DiscoveryEnvironment.text(environment.property().apply("sanca.python"));
        Optional<String> variable =
                DiscoveryEnvironment.text(environment.variable().apply("SANCA_PYTHON"));
        return config.python()
                .map(path -> at(path, "named by PythonConfig", config))
                .or(() -> property.map(path -> at(Path.of(path), "named by the property sanca.python", config)))
                .or(() -> variable.map(path -> at(Path.of(path), "named by SANCA_PYTHON", config)));
    }

    private Optional<DiscoveredPython> virtualEnvironment(PythonConfig config) {
        return DiscoveryEnvironment.text(environment.variable().apply("VIRTUAL_ENV"))
                .map(path -> at(Path.of(path), "the active virtual environment (VIRTUAL_ENV)", config));
    }

    private Optional<DiscoveredPython> onPath(PythonConfig config) {
        if (environment.packedWithJava()) {
            throw new PythonConfigException(
                    "The bundled Python is not in this program, which jlink or jpackage has packed,"
                            + " and such a program does not use a python3 of the PATH. Link the modules dev.sanca.bundle and"
                            + " org.bytedeco.cpython.linux.x86_64 too (--add-modules), or pack the jars of"
                            + " dev.sanca:sanca-cpython; or name a Python by SANCA_PYTHON or -Dsanca.python.");
        }
        String path =
                DiscoveryEnvironment.text(environment.variable().apply("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "python3"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> at(program, "the first python3 on the PATH", config));
    }

    private Optional<DiscoveredPython> bundled(Installer installer) {
        return environment.bundle().map(bundle -> {
            try {
                return ofBundle(installer.install(bundle, environment.cache()));
            } catch (IOException | UnsupportedOperationException e) {
                throw new PythonConfigException(String.valueOf(e.getMessage()), e);
            }
        });
    }

    private static DiscoveredPython ofBundle(BundledPython.Installation bundle) {
        String[] numbers = bundle.version().split("\\.", -1);
        boolean virtual = !bundle.prefix().equals(bundle.home());
        return new DiscoveredPython(
                bundle.executable(),
                bundle.libpython(),
                bundle.version(),
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]),
                bundle.prefix(),
                bundle.home(),
                virtual ? null : bundle.home(),
                false,
                false,
                bundle.path(),
                bundle.preload(),
                BUNDLED);
    }

    /** Inspects a path: an executable, the directory of a virtual environment or installation, or a library. */
    private DiscoveredPython at(Path given, String origin, PythonConfig config) {
        // Not the real path: Python recognizes a virtual environment by the link through which its program is run.
        Path path = given.toAbsolutePath();
        if (!Files.exists(path)) {
            String reason = Files.isSymbolicLink(path) ? "is a link that leads nowhere" : "does not exist";
            throw new PythonConfigException(
                    path + ", " + origin + ", " + reason + ". Correct the path, or unset it to use"
                            + " another Python; an environment made with a Python that is gone must be made anew.");
        }
        if (Files.isDirectory(path)) {
            return new ExecutableInspector(cache).find(executableIn(path, origin), origin);
        }
        return LibraryInspector.isLibrary(path)
                ? new LibraryInspector(cache).find(path, origin, config.home())
                : new ExecutableInspector(cache).find(path, origin);
    }

    private static Path executableIn(Path directory, String origin) {
        List<Path> programs =
                Stream.of("bin/python3", "bin/python").map(directory::resolve).toList();
        return programs.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new PythonConfigException(directory + ", " + origin + ", is a directory without"
                        + " bin/python3"
                        + (programs.stream().anyMatch(Files::isSymbolicLink)
                                ? " (it is a link that leads nowhere)"
                                : "")
                        + ": not a virtual environment, or one whose Python is gone. Make it with python3 -m venv"
                        + " DIRECTORY, or name another Python."));
    }
}
