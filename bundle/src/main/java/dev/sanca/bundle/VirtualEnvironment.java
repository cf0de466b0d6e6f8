package dev.sanca.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A virtual environment on top of the unpacked CPython that sees the packages unpacked beside it.
 *
 * <p>The unpacked CPython is shared by all programs of a user, and each has other packages on its class path. The
 * environment is what tells them apart, in this process and in every child that runs {@code sys.executable}
 * ({@code multiprocessing}, {@code subprocess}).
 */
final class Environment {
    private Environment() {}

    /** Makes it or finds it; returns {@code sys.prefix}. */
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

    private static void fill(Path directory, UnpackedPython python, Packages packages) throws IOException {
        Path program = executable(directory, python);
        Files.createDirectories(directory.resolve("bin"));
        Links.link(program, python.executable());
        Links.link(program.resolveSibling("python3"), Path.of(program.toFile().getName()));
        Links.link(program.resolveSibling("python"), Path.of(program.toFile().getName()));
        Links.write(directory.resolve("pyvenv.cfg"), """
                home = %s
                include-system-site-packages = true
                version = %s
                """.formatted(python.home().resolve("bin"), python.version()));
        Path site = Files.createDirectories(sitePackages(directory, python));
        Links.write(site.resolve("sanca.pth"), lines(packages.path().stream().map(Path::toString)));
        Links.write(
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
