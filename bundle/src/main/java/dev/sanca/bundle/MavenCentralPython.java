package dev.sanca.bundle;

import dev.sanca.spi.BundledPython;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The CPython of the Maven Central artifact {@code org.bytedeco:cpython}, with the NumPy and SciPy of
 * {@code org.bytedeco} if they are on the class path or module path, and with the packages that {@code
 * sanca-maven-plugin} put into the application's jars or, if there are none, those of {@code sanca pip install}.
 *
 * <p><b>Thread:</b> any; several threads and processes may install at once.
 */
public final class MavenCentralPython implements BundledPython {
    /** Creates the service; {@link java.util.ServiceLoader} calls this. */
    public MavenCentralPython() {}

    @Override
    public Installation install(Path cache) throws IOException {
        return install(cache, false);
    }

    @Override
    public Installation userEnvironment(Path cache) throws IOException {
        return install(cache, true);
    }

    private static Installation install(Path cache, boolean forUser) throws IOException {
        String classifier = Platform.classifier();
        // The other jars are where CPython's jar is. The search for resources is slow, and is needed only if a custom
        // class loader loads Sanca.
        boolean onPaths = NativeJar.onPaths("cpython", classifier).isPresent();
        Function<String, Optional<NativeJar>> jars =
                name -> onPaths ? NativeJar.onPaths(name, classifier) : NativeJar.asResource(name, classifier);
        NativeJar jar = jars.apply("cpython")
                .orElseThrow(() -> new IOException("The jar org.bytedeco:cpython:" + classifier
                        + " is not on the class path or module path, or not as a file. It is a runtime dependency of"
                        + " dev.sanca:sanca-cpython: do not exclude it, and do not nest it in another jar."));
        Unpacker unpacker = new Unpacker(cache.toAbsolutePath().normalize());
        UnpackedPython python =
                UnpackedPython.in(unpacker.unpack(jar, UnpackedPython::isWanted, UnpackedPython::finish));
        if (forUser) {
            return in(UserEnvironment.make(unpacker, python), python, List.of());
        }
        List<Path> own = ApplicationPackages.unpack(unpacker, classifier, python);
        Packages packages =
                Packages.unpack(unpacker, jars).after(own.isEmpty() ? UserEnvironment.packages(unpacker, python) : own);
        if (packages.isEmpty()) {
            return new Installation(
                    python.version(),
                    python.home(),
                    python.home(),
                    python.executable(),
                    python.libpython(),
                    List.of(),
                    List.of());
        }
        return in(VirtualEnvironment.make(unpacker, python, packages), python, packages.all());
    }

    private static Installation in(Path environment, UnpackedPython python, List<Path> path) throws IOException {
        return new Installation(
                python.version(),
                python.home(),
                environment,
                VirtualEnvironment.executable(environment, python),
                python.libpython(),
                path,
                List.of());
    }
}
