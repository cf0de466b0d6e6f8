package dev.sanca.bundle;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An unpacked CPython of {@code org.bytedeco} that can be run.
 *
 * @param home the directory, the value of {@code sys.base_prefix}
 * @param libpython the shared library
 * @param shortVersion the first two numbers of the version, such as {@code "3.14"}
 */
record UnpackedPython(Path home, Path libpython, String shortVersion) {
    private static final Pattern LIBPYTHON = Pattern.compile("libpython(\\d+\\.\\d+)\\.so\\.1\\.0");
    private static final Pattern VERSION = Pattern.compile("#define\\s+PY_VERSION\\s+\"([^\"]+)\"");

    /**
     * Returns whether a file of the jar is needed. The JNI libraries of JavaCPP, and scripts with the paths of the
     * build, are not.
     */
    static boolean isWanted(String path) {
        if (path.startsWith("bin/")) {
            return path.startsWith("bin/python") && !path.endsWith("-config");
        }
        return !path.startsWith("libjni")
                && !path.startsWith("share/")
                && !path.startsWith("lib/cmake/")
                && !path.startsWith("lib/pkgconfig/");
    }

    /**
     * Finds the CPython in a directory.
     *
     * @throws IOException if the directory has no {@code libpython}
     */
    static UnpackedPython in(Path home) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home, "libpython*")) {
            for (Path file : files) {
                Matcher name = LIBPYTHON.matcher(file.toFile().getName());
                if (name.matches()) {
                    return new UnpackedPython(home, file, name.group(1));
                }
            }
        }
        throw new IOException(
                "There is no libpythonX.Y.so.1.0 in " + home + "; delete this directory and start again.");
    }

    /**
     * Makes the executables executable, and links the libraries into the directories of the executables and extension
     * modules, which search there: their run path is {@code $ORIGIN}, and {@code _ctypes} needs the jar's
     * {@code libffi}.
     *
     * @throws IOException if a link or a permission cannot be set
     */
    static void finish(Path home) throws IOException {
        UnpackedPython python = in(home);
        Path program = python.executable();
        if (!program.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + program + " executable");
        }
        AtomicFiles.link(
                program.resolveSibling("python3"), Path.of(program.toFile().getName()));
        AtomicFiles.link(
                program.resolveSibling("python"), Path.of(program.toFile().getName()));
        AtomicFiles.link(
                home.resolve("lib/libpython" + python.shortVersion + ".so"),
                Path.of("..", python.libpython.toFile().getName()));
        Path extensions = home.resolve("lib/python" + python.shortVersion + "/lib-dynload");
        try (DirectoryStream<Path> libraries = Files.newDirectoryStream(home, "lib*.so.*")) {
            for (Path library : libraries) {
                String name = library.toFile().getName();
                AtomicFiles.link(extensions.resolve(name), Path.of("..", "..", "..", name));
            }
        }
    }

    Path executable() {
        return home.resolve("bin/python" + shortVersion);
    }

    /**
     * Returns the full version, read from {@code patchlevel.h}.
     *
     * @throws IOException if the header cannot be read
     */
    String version() throws IOException {
        Path header = home.resolve("include/python" + shortVersion + "/patchlevel.h");
        Matcher version = VERSION.matcher(Files.readString(header));
        return version.find() ? version.group(1) : shortVersion;
    }
}
