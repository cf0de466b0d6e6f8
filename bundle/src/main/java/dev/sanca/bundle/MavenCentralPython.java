package dev.sanca.bundle;

import dev.sanca.spi.BundledPython;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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

    /**
     * Unpacks the bundled Python, and the packages of the class path, before a program runs, as the build of a container
     * image does.
     *
     * {@snippet lang=shell :
     * java -cp "lib/*" dev.sanca.bundle.MavenCentralPython /opt/python
     * }
     *
     * @param arguments the directory, which the program names later by {@code -Dsanca.cache}; the paths in it are absolute,
     *     so it must not be moved
     * @throws IOException if the files cannot be unpacked
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(
                    "Name the directory into which the bundled Python is unpacked, and nothing" + " else");
        }
        System.out.println(
                new MavenCentralPython().install(Path.of(arguments[0])).executable());
    }

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
        NativeFiles files = new NativeFiles(classifier);
        FileSource cpython = files.find("cpython")
                .orElseThrow(() -> new IOException("The jar org.bytedeco:cpython:" + classifier
                        + " is not on the class path or module path, nor in the program's jar. It is a runtime dependency"
                        + " of dev.sanca:sanca-cpython: do not exclude it. Into a run-time image link its module too: jlink"
                        + " --add-modules org.bytedeco.cpython." + classifier.replace('-', '.') + "."));
        Unpacker unpacker = new Unpacker(cache.toAbsolutePath().normalize());
        UnpackedPython python =
                UnpackedPython.in(unpacker.unpack(cpython, UnpackedPython::isWanted, UnpackedPython::finish));
        if (forUser) {
            return in(UserEnvironment.make(unpacker, python), python, List.of());
        }
        List<Path> own = ApplicationPackages.unpack(unpacker, classifier, python);
        Packages packages = Packages.unpack(unpacker, files)
                .after(own.isEmpty() ? UserEnvironment.packages(unpacker, python) : own);
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
