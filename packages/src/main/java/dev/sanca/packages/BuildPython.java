package dev.sanca.packages;

import dev.sanca.internal.discovery.Discovery;
import dev.sanca.spi.BundledPython;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the Python that runs pip during a build. It need not be the application's: pip chooses files for any version. */
final class BuildPython {
    private BuildPython() {}

    /**
     * Returns an executable: the one that the build names, the bundled one, or {@code python3} of the {@code PATH}.
     *
     * @throws PackagesException if there is none
     */
    static Path find(Optional<Path> named) {
        return named.map(BuildPython::check).orElseGet(() -> bundled().orElseGet(BuildPython::onPath));
    }

    private static Path check(Path named) {
        Path program = Files.isDirectory(named) ? named.resolve("bin/python3") : named;
        if (!Files.isExecutable(program)) {
            throw new PackagesException(program + ", which the build names as its Python, is not an executable file."
                    + " Correct the path, or leave it out to use the bundled Python.");
        }
        return program.toAbsolutePath();
    }

    private static Optional<Path> bundled() {
        Optional<BundledPython> bundle = ServiceLoader.load(BundledPython.class, BuildPython.class.getClassLoader())
                .findFirst();
        if (bundle.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(bundle.get().install(Discovery.cache()).executable());
        } catch (UnsupportedOperationException e) {
            return Optional.empty(); // no bundled Python for this platform
        } catch (IOException e) {
            throw new PackagesException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Path onPath() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "python3"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new PackagesException("There is no Python to run pip: there is no bundled Python for this"
                                + " platform, and no python3 on the PATH. Install one, or name one for the build."));
    }
}
