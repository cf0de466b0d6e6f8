package dev.sanca.bundle;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A jar of native files in the layout of {@code org.bytedeco}'s artifacts: all files are below
 * {@code org/bytedeco/NAME/CLASSIFIER/}.
 *
 * @param name the name of the artifact, such as {@code "numpy"}
 * @param file the jar on disk
 * @param root the directory in the jar, with a trailing slash
 */
record NativeJar(String name, Path file, String root) implements FileSource {

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

    /**
     * Returns the jar of a {@code jar:} URL, if it is a file by the name of the artifact: {@code java -jar} with a {@code
     * Class-Path} in the manifest then uses the same directory as {@code java -cp}.
     */
    static Optional<NativeJar> at(String name, URL url, String root) {
        String[] parts = root.split("/", -1);
        String spec = url.getPath();
        int end = spec.indexOf("!/");
        if (end < 0 || !spec.startsWith("file:")) {
            return Optional.empty();
        }
        Path file = Path.of(URI.create(spec.substring(0, end)));
        return isNamed(file, name, parts[parts.length - 2])
                ? Optional.of(new NativeJar(name, file, root))
                : Optional.empty();
    }

    /** Returns a name of the file name and the size, which are known without opening the jar. */
    @Override
    public String key() throws IOException {
        String fileName = Objects.requireNonNull(file.getFileName()).toString();
        String stem = fileName.endsWith(".jar") ? fileName.substring(0, fileName.length() - 4) : fileName;
        String prefix = stem.startsWith(name) ? stem : name + "-" + stem;
        return prefix + "-" + Long.toString(Files.size(file), 36);
    }

    @Override
    public JarFiles open() throws IOException {
        return new JarFiles(new JarFile(file.toFile()), root);
    }

    @Override
    public String toString() {
        return file.toString();
    }

    /** Returns the directory in the jar of an artifact, with a trailing slash. */
    static String root(String name, String classifier) {
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
