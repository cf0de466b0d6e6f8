package dev.sanca.internal.discovery;

import dev.sanca.PythonConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the {@link DiscoveredPython} of a {@code libpython} without its executable, by its name and the files near it.
 */
final class LibraryInspector {
    private static final Pattern NAME = Pattern.compile("libpython(\\d+)\\.(\\d+)([a-z]*)\\.(?:so|dylib).*");
    private static final Pattern VERSION = Pattern.compile("#define\\s+PY_VERSION\\s+\"(\\d+\\.\\d+\\.\\d+)");

    /**
     * The number of parent directories to search for the standard library. From {@code lib/x86_64-linux-gnu/libpython…}
     * the prefix is two directories up, with Debian's {@code usr} three.
     */
    private static final int MAX_STEPS = 3;

    private final InterpreterCache cache;

    LibraryInspector(InterpreterCache cache) {
        this.cache = cache;
    }

    /** Returns whether a file is a {@code libpython}, by its name. */
    static boolean isLibrary(Path file) {
        String name = file.toFile().getName();
        return name.startsWith("libpython") && (name.contains(".so") || name.endsWith(".dylib"));
    }

    /**
     * Inspects a {@code libpython}.
     *
     * @param given the shared library
     * @param origin why it was chosen, for messages
     * @param home the directory that holds the standard library, if the program named it
     * @throws PythonConfigException if the version, the architecture or the standard library is not found to be fit
     */
    DiscoveredPython find(Path given, String origin, Optional<Path> home) {
        Matcher name = NAME.matcher(given.toFile().getName());
        if (!name.matches()) {
            name = NAME.matcher(real(given).toFile().getName());
        }
        if (!name.matches()) {
            throw new PythonConfigException(given + ", " + origin + ", does not say its version in its name, as in"
                    + " libpython3.14.so.1.0. The library libpython3.so (the stable ABI) only leads to the real one: name"
                    + " that one.");
        }
        int major = Integer.parseInt(name.group(1));
        int minor = Integer.parseInt(name.group(2));
        ExecutableInspector.requireSupported(given, major, minor, major + "." + minor);
        ElfHeader.requireThisMachine(given);
        String flags = name.group(3);
        String python = "python" + major + "." + minor;
        Path prefix = home.or(() -> prefix(given, python + (flags.contains("t") ? "t" : "")))
                .orElseThrow(() -> new PythonConfigException(given + ", " + origin + ", has no standard library near it"
                        + " (lib/" + python + "/os.py). Name the directory that holds lib/" + python
                        + " by PythonConfig.builder().home(…), or name the executable of that Python instead."));
        Path executable = executable(prefix, python, flags);
        return new DiscoveredPython(
                executable,
                given,
                version(prefix, python, flags, executable).orElse(major + "." + minor),
                major,
                minor,
                prefix,
                prefix,
                prefix,
                flags.contains("d"),
                flags.contains("t"),
                List.of(),
                List.of(),
                origin);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    /**
     * Searches the directory that holds the standard library, upwards from the given path and from the file to which
     * the path leads.
     */
    private static Optional<Path> prefix(Path given, String python) {
        for (Path start : List.of(given.toAbsolutePath().normalize(), real(given))) {
            Path directory = start.getParent();
            for (int step = 0; directory != null && step <= MAX_STEPS; step++, directory = directory.getParent()) {
                if (Files.exists(directory.resolve("lib/" + python + "/os.py"))) {
                    return Optional.of(directory);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the program that child processes should run, or, if there is none, the path where it would be. */
    private static Path executable(Path prefix, String python, String flags) {
        List<Path> candidates = new ArrayList<>();
        candidates.add(prefix.resolve("bin/" + python + flags));
        candidates.add(prefix.resolve("bin/" + python));
        candidates.add(prefix.resolve("bin/python3"));
        return candidates.stream().filter(Files::isExecutable).findFirst().orElse(candidates.get(1));
    }

    private Optional<String> version(Path prefix, String python, String flags, Path executable) {
        for (String directory : List.of(python + flags, python)) {
            Path header = prefix.resolve("include/" + directory + "/patchlevel.h");
            if (Files.exists(header)) {
                try {
                    Matcher version = VERSION.matcher(Files.readString(header));
                    if (version.find()) {
                        return Optional.of(version.group(1));
                    }
                } catch (IOException e) {
                    break; // the executable below tells its version, too
                }
            }
        }
        return Files.isExecutable(executable)
                ? Optional.of(cache.get(executable).version())
                : Optional.empty();
    }
}
