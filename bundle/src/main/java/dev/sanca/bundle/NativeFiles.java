package dev.sanca.bundle;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the native files of {@code org.bytedeco}'s artifacts, wherever the program has them. They are below
 * {@code org/bytedeco/NAME/CLASSIFIER/}.
 *
 * <table>
 * <caption>How a program carries them</caption>
 * <tr><th>program</th><th>source</th></tr>
 * <tr><td>jars on the class path or module path</td><td>{@link NativeJar}; no jar is opened</td></tr>
 * <tr><td>Spring Boot's executable jar, a shaded jar, a jar of a class loader</td><td>{@link ResourceJar}</td></tr>
 * <tr><td>a run-time image of {@code jlink}, directories of classes</td><td>{@link FileTree}</td></tr>
 * </table>
 */
final class NativeFiles {
    /** A file that each artifact has: not every jar has entries for directories. */
    private static final Map<String, String> MARKERS = Map.of(
            "cpython", "bin/python3",
            "numpy", "python/numpy/__init__.py",
            "scipy", "python/scipy/__init__.py",
            "openblas", "libopenblas.so.0");

    private final String classifier;

    /** Whether the jars are files of the paths. All are, or none is; to look for a resource opens every jar. */
    private final boolean onPaths;

    NativeFiles(String classifier) {
        this.classifier = classifier;
        this.onPaths = NativeJar.onPaths("cpython", classifier).isPresent();
    }

    /**
     * Finds the files of an artifact.
     *
     * @param name the name of the artifact: {@code "cpython"}, {@code "numpy"}, {@code "scipy"} or {@code "openblas"}
     * @return the files; empty if the program has no such artifact
     * @throws IOException if the class loader of the artifact does not say which files it has
     */
    Optional<FileSource> find(String name) throws IOException {
        if (onPaths) {
            return NativeJar.onPaths(name, classifier).map(jar -> jar);
        }
        String root = NativeJar.root(name, classifier);
        Optional<FileSource> linked = linked(name, root);
        if (linked.isPresent()) {
            return linked;
        }
        String marker = root + MARKERS.getOrDefault(name, "");
        URL url = resource(marker);
        return url == null ? Optional.empty() : Optional.of(source(name, url, root, marker));
    }

    /** Finds the files in a module of the run-time image. Nothing requires the module, so it need not be resolved. */
    private Optional<FileSource> linked(String name, String root) {
        String module = "org.bytedeco." + name + "." + classifier.replace('-', '.');
        return ModuleFinder.ofSystem()
                .find(module)
                .map(found -> new FileTree(name, Path.of(URI.create("jrt:/" + module + "/" + root))));
    }

    static FileSource source(String name, URL url, String root, String marker) throws IOException {
        if (url.getProtocol().equals("jar")) {
            Optional<NativeJar> jar = NativeJar.at(name, url, root);
            return jar.isPresent() ? jar.get() : ResourceJar.of(name, url, root);
        }
        try {
            Path directory = Path.of(url.toURI());
            long depth = marker.chars().filter(c -> c == '/').count()
                    - root.chars().filter(c -> c == '/').count();
            for (long i = 0; i <= depth; i++) {
                directory = Objects.requireNonNull(directory.getParent());
            }
            return new FileTree(name, directory);
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            throw new IOException(
                    "The class loader has the files of the bundled Python at " + url + ", and Sanca cannot list files"
                            + " there. Put org.bytedeco:" + name + " on the class path as a jar.",
                    e);
        }
    }

    private static @Nullable URL resource(String name) {
        ClassLoader loader = NativeFiles.class.getClassLoader();
        URL url = loader == null ? null : loader.getResource(name);
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return url == null && context != null ? context.getResource(name) : url;
    }
}
