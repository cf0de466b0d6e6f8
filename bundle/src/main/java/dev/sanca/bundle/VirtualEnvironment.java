package dev.sanca.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A virtual environment over the unpacked CPython, with the packages that were unpacked beside it.
 *
 * <p>All programs of a user share the unpacked CPython, but each program has other packages on its class path. The
 * environment keeps them apart, in this process and in every child process that runs {@code sys.executable} ({@code
 * multiprocessing}, {@code subprocess}).
 */
final class VirtualEnvironment {
    private VirtualEnvironment() {}

    /**
     * Creates the environment, unless it exists.
     *
     * @return the directory, the value of {@code sys.prefix}
     * @throws IOException if the environment cannot be written
     */
    static Path make(Unpacker unpacker, UnpackedPython python, Packages packages) throws IOException {
        String key = Integer.toHexString((python + "|" + packages).hashCode());
        return unpacker.generate("env-" + python.version() + "-" + key, directory -> fill(directory, python, packages));
    }

    static Path executable(Path environment, UnpackedPython python) {
        return environment.resolve("bin/python" + python.shortVersion());
    }

    static Path sitePackages(Path environment, UnpackedPython python) {
        return environment.resolve("lib/python" + python.shortVersion() + "/site-packages");
    }

    /**
     * Writes what makes a directory a virtual environment.
     *
     * @throws IOException if the environment cannot be written
     */
    static void base(Path directory, UnpackedPython python) throws IOException {
        Path program = executable(directory, python);
        Files.createDirectories(directory.resolve("bin"));
        AtomicFiles.link(program, python.executable());
        AtomicFiles.link(
                program.resolveSibling("python3"), Path.of(program.toFile().getName()));
        AtomicFiles.link(
                program.resolveSibling("python"), Path.of(program.toFile().getName()));
        AtomicFiles.write(
                directory.resolve("pyvenv.cfg"), """
                home = %s
                include-system-site-packages = true
                version = %s
                """.formatted(python.home().resolve("bin"), python.version()));
        Files.createDirectories(sitePackages(directory, python));
    }

    private static void fill(Path directory, UnpackedPython python, Packages packages) throws IOException {
        base(directory, python);
        Path site = sitePackages(directory, python);
        // Directories of installed packages may have .pth files of their own, which only addsitedir reads.
        Stream<String> sites =
                packages.sites().stream().map(path -> "import site; site.addsitedir(" + quote(path) + ")");
        AtomicFiles.write(
                site.resolve("sanca.pth"),
                lines(Stream.concat(sites, packages.path().stream().map(Path::toString))));
        AtomicFiles.write(
                site.resolve("_sanca_libraries.py"),
                "# Imported by NumPy before its extension modules.\nimport ctypes\n"
                        + lines(packages.libraries().stream().map(library -> "ctypes.CDLL(" + quote(library) + ")")));
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n", "", "\n"));
    }

    private static String quote(Path path) {
        return "'" + path.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
