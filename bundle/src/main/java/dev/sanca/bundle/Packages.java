package dev.sanca.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Python packages of a program, and the native libraries that they need.
 *
 * @param sites the directories of the packages that the build or the user installed; they come first in {@code sys.path}
 * @param path the directories of the packages, for {@code sys.path}
 * @param libraries the shared libraries, each after those that it needs
 */
record Packages(List<Path> sites, List<Path> path, List<Path> libraries) {
    /** The artifacts that have a {@code python/} directory, each after those that it imports. */
    private static final List<String> PYTHON = List.of("numpy", "scipy");

    /** The libraries of {@code org.bytedeco:openblas} that NumPy and SciPy load, in the order of loading. */
    private static final List<String> OPENBLAS = List.of("libquadmath.so.0", "libgfortran.so.5", "libopenblas.so.0");

    /**
     * Unpacks the packages that are on the class path.
     *
     * @param files finds the files of an artifact
     * @throws IOException if a jar cannot be unpacked
     */
    static Packages unpack(Unpacker unpacker, NativeFiles files) throws IOException {
        List<Path> path = new ArrayList<>();
        for (String name : PYTHON) {
            var jar = files.find(name);
            if (jar.isPresent()) {
                Path directory = unpacker.unpack(jar.get(), file -> file.startsWith("python/"), Packages::finish);
                path.add(directory.resolve("python"));
            }
        }
        List<Path> libraries = new ArrayList<>();
        var openblas = files.find("openblas");
        if (!path.isEmpty() && openblas.isPresent()) {
            Path directory = unpacker.unpack(openblas.get(), OPENBLAS::contains, done -> {});
            OPENBLAS.stream().map(directory::resolve).filter(Files::exists).forEach(libraries::add);
        }
        return new Packages(path, libraries);
    }

    private Packages(List<Path> path, List<Path> libraries) {
        this(List.of(), path, libraries);
    }

    /** Returns these packages after others, which the build or the user installed. */
    Packages after(List<Path> others) {
        return new Packages(List.copyOf(others), path, libraries);
    }

    boolean isEmpty() {
        return sites.isEmpty() && path.isEmpty();
    }

    /** Returns all directories, in the order of {@code sys.path}. */
    List<Path> all() {
        return Stream.concat(sites.stream(), path.stream()).toList();
    }

    /**
     * Adds the module that NumPy and SciPy import before any extension module, a hook for distributors. So OpenBLAS is
     * loaded when it is needed and not before, in child processes too.
     */
    private static void finish(Path directory) throws IOException {
        for (String name : PYTHON) {
            Path initialiser = directory.resolve("python/" + name + "/_distributor_init.py");
            if (Files.exists(initialiser)) {
                AtomicFiles.write(
                        initialiser.resolveSibling("_distributor_init_local.py"), "import _sanca_libraries\n");
            }
        }
    }
}
