package dev.sanca.bundle;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A jar of native files in the layout of {@code org.bytedeco}'s artifacts: all files are below
 * {@code org/bytedeco/NAME/CLASSIFIER/}.
 *
 * @param name the name of the artifact, such as {@code "numpy"}
 * @param file the jar on disk
 * @param root the directory in the jar, with a trailing slash
 */
record NativeJar(String name, Path file, String root) {

    /**
     * Finds the jar of an artifact on the class path or module path of the JVM by its file name.
     *
     * <p>This finds a jar on the module path even if its module was not resolved, which nothing requires. And it opens
     * no jar, whereas a search for a resource opens every one.
     */
    static Optional<NativeJar> onPaths(String name, String classifier) {
        return Stream.of("java.class.path", "jdk.module.path")
                .flatMap(property ->
                        Arrays.stream(System.getProperty(property, "").split(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .flatMap(NativeJar::entries)
                .filter(path -> isNamed(path, name, classifier))
                .findFirst()
                .map(file -> new NativeJar(name, file, root(name, classifier)));
    }

    /** Finds the jar of an artifact as a resource of a class loader, whatever its file name. */
    static Optional<NativeJar> asResource(String name, String classifier) {
        String root = root(name, classifier);
        return Optional.ofNullable(jarOf(resource(root), root)).map(file -> new NativeJar(name, file, root));
    }

    /**
     * Returns a directory name that changes when the content of the jar does: its file name and size, which are known
     * without opening it.
     *
     * @throws IOException if the size cannot be read
     */
    String key() throws IOException {
        String fileName = Objects.requireNonNull(file.getFileName()).toString();
        String stem = fileName.endsWith(".jar") ? fileName.substring(0, fileName.length() - 4) : fileName;
        String prefix = stem.startsWith(name) ? stem : name + "-" + stem;
        return prefix + "-" + Long.toString(Files.size(file), 36);
    }

    private static @Nullable URL resource(String root) {
        ClassLoader loader = NativeJar.class.getClassLoader();
        URL url = loader == null ? null : loader.getResource(root);
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return url == null && context != null ? context.getResource(root) : url;
    }

    private static @Nullable Path jarOf(@Nullable URL url, String root) {
        if (url == null || !url.getProtocol().equals("jar")) {
            return null;
        }
        String spec = url.getPath();
        int end = spec.indexOf("!/" + root);
        if (end < 0 || !spec.startsWith("file:")) {
            return null;
        }
        try {
            return Path.of(new URI(spec.substring(0, end)));
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String root(String name, String classifier) {
        return "org/bytedeco/" + name + "/" + classifier + "/";
    }

    /** Returns the jars of an entry, since a module path may name directories of jars. */
    private static Stream<Path> entries(Path entry) {
        File[] jars = entry.toFile().listFiles((dir, file) -> file.endsWith(".jar"));
        return jars == null ? Stream.of(entry) : Arrays.stream(jars).map(File::toPath);
    }

    private static boolean isNamed(Path path, String name, String classifier) {
        Path fileName = path.getFileName();
        return fileName != null
                && fileName.toString().startsWith(name + "-")
                && fileName.toString().endsWith("-" + classifier + ".jar")
                && Files.isRegularFile(path);
    }
}
