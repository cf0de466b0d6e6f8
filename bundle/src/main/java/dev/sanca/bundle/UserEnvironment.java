package dev.sanca.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The virtual environment into which {@code sanca pip install} installs packages for the bundled Python.
 *
 * <p>Each program has an environment of its own, whose name depends on its class path: what pip installs there is found
 * by that program alone. The packages of this environment are found by all programs of the user that have no packages of
 * their own in their jars. Its name holds the first two numbers of the version, so a new bundled Python of the same minor
 * version keeps them.
 */
final class UserEnvironment {
    private UserEnvironment() {}

    private static String name(UnpackedPython python) {
        return "user-" + python.shortVersion();
    }

    /**
     * Creates the environment, unless it exists.
     *
     * @return the directory
     * @throws IOException if the environment cannot be written
     */
    static Path make(Unpacker unpacker, UnpackedPython python) throws IOException {
        Path environment = unpacker.generate(name(python), directory -> VirtualEnvironment.base(directory, python));
        VirtualEnvironment.base(environment, python); // writes nothing, unless a newer bundled Python took the place
        return environment;
    }

    /** Returns the directory of the packages, in a list that is empty if nothing was ever installed. */
    static List<Path> packages(Unpacker unpacker, UnpackedPython python) {
        Path packages = VirtualEnvironment.sitePackages(unpacker.path(name(python)), python);
        return Files.isDirectory(packages) ? List.of(packages) : List.of();
    }
}
