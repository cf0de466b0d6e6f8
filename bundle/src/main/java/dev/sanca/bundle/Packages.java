package dev.sanca.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Python packages that travel as jars beside CPython, and the native libraries they need.
 *
 * @param path their directories for {@code sys.path}
 * @param libraries shared libraries, each after those it needs
 */
record Packages(List<Path> path, List<Path> libraries) {
    /** Artifacts that hold a {@code python/} directory; each after those it imports. */
    private static final List<String> PYTHON = List.of("numpy", "scipy");

    /** The libraries of {@code org.bytedeco:openblas} that NumPy and SciPy load, in loading order. */
    private static final List<String> OPENBLAS = List.of("libquadmath.so.0", "libgfortran.so.5", "libopenblas.so.0");

    /**
     * Unpacks those that are there.
     *
     * @param jars finds the jar of an artifact
     */
    static Packages unpack(Unpacker unpacker, Function<String, Optional<NativeJar>> jars) throws IOException {
        List<Path> path = new ArrayList<>();
        for (String name : PYTHON) {
            var jar = jars.apply(name);
            if (jar.isPresent()) {
                Path directory = unpacker.unpack(jar.get(), file -> file.startsWith("python/"), Packages::finish);
                path.add(directory.resolve("python"));
            }
        }
        List<Path> libraries = new ArrayList<>();
        var openblas = jars.apply("openblas");
        if (!path.isEmpty() && openblas.isPresent()) {
            Path directory = unpacker.unpack(openblas.get(), OPENBLAS::contains, done -> {});
            OPENBLAS.stream().map(directory::resolve).filter(Files::exists).forEach(libraries::add);
        }
        return new Packages(path, libraries);
    }

    boolean isEmpty() {
        return path.isEmpty();
    }

    /**
     * Uses the hook that NumPy and SciPy leave for distributors: a module that they import before any extension module.
     * So OpenBLAS is loaded when it is needed and not before, and in child processes too.
     */
    private static void finish(Path directory) throws IOException {
        for (String name : PYTHON) {
            Path initialiser = directory.resolve("python/" + name + "/_distributor_init.py");
            if (Files.exists(initialiser)) {
                Links.write(initialiser.resolveSibling("_distributor_init_local.py"), "import _sanca_libraries\n");
            }
        }
    }
}
