package dev.sanca.internal.program;

import dev.sanca.Python;
import dev.sanca.types.PyAny;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Python modules that come with the program: those in a directory {@code python} on the class path, in a jar, or beside
 * the program's jar. Directories become entries of {@code sys.path}; all jars together are one entry, which
 * {@code classpath.py} reads through the class loader, so that jars within jars work as well.
 */
final class ProgramModules {
    private static final String DIRECTORY = "python/";

    private ProgramModules() {}

    /** Enters what there is into {@code sys.path}, before all else. */
    static void install(Python py) {
        ClassLoader loader = loader();
        List<String> directories = new ArrayList<>();
        List<URL> jars = new ArrayList<>();
        for (URL found : found(loader)) {
            if (found.getProtocol().equals("file")) {
                directories.add(path(found));
            } else {
                jars.add(found);
            }
        }
        Path beside = besideTheJar(System.getProperty("java.class.path", ""));
        if (beside != null) {
            directories.add(beside.toString());
        }
        if (!directories.isEmpty() || !jars.isEmpty()) {
            install(py, directories, jars, loader);
        }
    }

    private static void install(Python py, List<String> directories, List<URL> jars, ClassLoader loader) {
        // Python keeps the functions for good. They must not keep a class loader that the program drops.
        WeakReference<ClassLoader> weak = new WeakReference<>(loader);
        try (PyAny install = PythonSource.function(py, "classpath.py", "install");
                PyAny names = py.function(
                        "names",
                        (inner, arguments, keywords) -> PythonSource.texts(inner, inner.detach(() -> names(jars))));
                PyAny read = py.function("read", (inner, arguments, keywords) -> {
                    String name = arguments.get(0).str();
                    return inner.detach(() -> read(weak.get(), jars, name));
                })) {
            install.call(PythonSource.texts(py, directories), !jars.isEmpty(), names, read)
                    .close();
        }
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null ? context : ClassLoader.getSystemClassLoader();
    }

    private static List<URL> found(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources(DIRECTORY));
        } catch (IOException e) { // a jar of the class path cannot be read: the program will meet that by itself
            return List.of();
        }
    }

    private static String path(URL directory) {
        try {
            return Path.of(directory.toURI()).toString();
        } catch (URISyntaxException e) {
            return Path.of(directory.getPath()).toString();
        }
    }

    /** Returns the directory beside the jar that {@code java -jar} was given, or null. */
    static @Nullable Path besideTheJar(String classPath) {
        if (!classPath.endsWith(".jar") || classPath.contains(File.pathSeparator)) {
            return null;
        }
        Path beside =
                Path.of(classPath).toAbsolutePath().resolveSibling(DIRECTORY).normalize();
        return Files.isDirectory(beside) ? beside : null;
    }

    /** Returns the names of all files below the directory, in all jars. */
    private static Collection<String> names(List<URL> jars) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (URL directory : jars) {
            if (directory.openConnection() instanceof JarURLConnection connection) {
                connection.setUseCaches(false);
                String prefix = connection.getEntryName();
                try (JarFile jar = connection.getJarFile()) {
                    jar.versionedStream()
                            .filter(entry ->
                                    !entry.isDirectory() && entry.getName().startsWith(prefix))
                            .forEach(entry -> names.add(entry.getName().substring(prefix.length())));
                }
            } else {
                addOfFileSystem(directory.toString(), names);
            }
        }
        return List.copyOf(names);
    }

    /** For a place that is no jar, such as a run-time image: reads the directory if there is a file system for it. */
    private static void addOfFileSystem(String directory, Collection<String> names) throws IOException {
        Path root;
        try {
            root = Path.of(URI.create(directory));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> names.add(root.relativize(file).toString()));
        }
    }

    /** Returns the content of a file; null if there is none, or the class loader is gone. */
    private static byte @Nullable [] read(@Nullable ClassLoader loader, List<URL> jars, String name)
            throws IOException {
        URL found = loader == null ? null : loader.getResource(DIRECTORY + name);
        if (found != null) {
            return read(found);
        }
        byte[] content = null; // a named module does not give its resources to the class loader
        for (int i = 0; i < jars.size() && content == null; i++) {
            content = readIn(jars.get(i), name);
        }
        return content;
    }

    private static byte @Nullable [] readIn(URL directory, String name) throws IOException {
        try {
            return read(URI.create(directory + new URI(null, null, name, null).getRawPath())
                    .toURL());
        } catch (FileNotFoundException e) {
            return null;
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static byte[] read(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false); // the cache would keep the jar open
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
