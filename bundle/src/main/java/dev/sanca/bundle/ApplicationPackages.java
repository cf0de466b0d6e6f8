package dev.sanca.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Python packages and files that {@code sanca-maven-plugin} put into the application's jars, unpacked to directories
 * for {@code sys.path}.
 *
 * <p>Each index has a directory of its own, which is named by the content of the index; so programs that were built of the
 * same lock file share it. The files are read as resources of class loaders, since a jar may be in another jar.
 */
final class ApplicationPackages {
    private static final int BUFFER = 1 << 16;

    private ApplicationPackages() {}

    /**
     * Unpacks what the class loaders of this class and of the running thread find.
     *
     * @return the directories in the order of the class path; empty if the application has none
     * @throws IOException if the application was built for another platform or Python, or something is damaged
     */
    static List<Path> unpack(Unpacker unpacker, String platform, UnpackedPython python) throws IOException {
        List<Path> directories = new ArrayList<>();
        for (PackageIndex index : indexes()) {
            check(index, platform, python.shortVersion());
            String name = "packages-" + python.shortVersion() + "-"
                    + sha256().digest(index.key() + platform).substring(0, 16);
            directories.add(generate(unpacker, name, directory -> fill(directory, index, platform)));
        }
        return directories;
    }

    /** An error in the application, not in the cache directory. */
    private static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1;

        DamagedException(String message) {
            super(message);
        }
    }

    private static Path generate(Unpacker unpacker, String name, Unpacker.Finish fill) throws IOException {
        try {
            return unpacker.generate(name, fill);
        } catch (IOException e) {
            if (e.getCause() instanceof DamagedException damage) {
                throw damage; // without the advice about the cache directory
            }
            throw e;
        }
    }

    private static Set<PackageIndex> indexes() throws IOException {
        Map<String, URL> files = new LinkedHashMap<>();
        for (ClassLoader loader : loaders()) {
            for (URL url : Collections.list(loader.getResources(PackageIndex.RESOURCE))) {
                files.putIfAbsent(url.toExternalForm(), url);
            }
        }
        Set<PackageIndex> indexes = new LinkedHashSet<>();
        for (URL url : files.values()) {
            try (InputStream in = open(url)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                indexes.addAll(PackageIndex.parse(text.lines().toList(), url.toString()));
            }
        }
        return indexes;
    }

    private static Set<ClassLoader> loaders() {
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        Optional.ofNullable(Thread.currentThread().getContextClassLoader()).ifPresent(loaders::add);
        Optional.ofNullable(ApplicationPackages.class.getClassLoader()).ifPresent(loaders::add);
        return loaders;
    }

    private static void check(PackageIndex index, String platform, String python) throws IOException {
        if (!index.python().equals(python)) {
            throw new IOException("The application's Python packages are for Python " + index.python()
                    + ", but the bundled Python is " + python + ". Use the version of sanca-maven-plugin that is the"
                    + " version of sanca-cpython, and run mvn sanca:lock.");
        }
        if (!index.wheels().isEmpty() && !index.platforms().contains(platform)) {
            throw new IOException(
                    "The application's Python packages are for "
                            + String.join(", ", new TreeSet<>(index.platforms())) + ", not for " + platform
                            + ". Add it to <platforms> of sanca-maven-plugin, run mvn sanca:lock, and build the application again.");
        }
    }

    private static void fill(Path directory, PackageIndex index, String platform) throws IOException {
        for (PackageIndex.Wheel wheel : index.wheels()) {
            if (wheel.platforms().contains(platform)) {
                Path file = directory.resolve(".sanca-wheel");
                copy("META-INF/sanca/packages/" + wheel.fileName(), wheel.sha256(), file);
                new WheelUnpacker(directory).unpack(file, wheel.fileName());
                Files.delete(file);
            }
        }
        for (PackageIndex.Source source : index.sources()) {
            Path file = WheelUnpacker.inside(directory, source.path());
            Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
            Files.createDirectories(parent(file));
            copy("python/" + source.path(), source.sha256(), temporary);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    static Path parent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException(file + " has no parent directory; set -Dsanca.cache to a directory of your own.");
        }
        return parent;
    }

    /** Copies the resource of this name that has this hash. Several jars may have one of this name. */
    private static void copy(String name, String sha256, Path file) throws IOException {
        int found = 0;
        for (Source source : sources(name)) {
            found++;
            try (InputStream in = source.open()) {
                if (copyAndHash(in, file).equals(sha256)) {
                    return;
                }
            }
        }
        Files.deleteIfExists(file);
        throw new DamagedException(
                found == 0
                        ? "The application lacks " + name
                                + ", which its index of Python packages names. Build it again."
                        : name + " in the application is damaged: its SHA-256 is not " + sha256
                                + ", the one in the index of Python packages. Build the application again, and see that"
                                + " nothing changes the files of its jar.");
    }

    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }

    private static List<Source> sources(String name) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (ClassLoader loader : loaders()) {
            for (URL url : Collections.list(loader.getResources(name))) {
                sources.add(() -> open(url));
            }
        }
        // A class loader does not find what a named module encapsulates, such as its folder "python".
        for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
            if (!module.name().startsWith("java.") && !module.name().startsWith("jdk.")) {
                try (ModuleReader reader = module.reference().open()) {
                    if (reader.find(name).isPresent()) {
                        sources.add(() -> read(module, name));
                    }
                }
            }
        }
        return sources;
    }

    private static InputStream read(ResolvedModule module, String name) throws IOException {
        try (ModuleReader reader = module.reference().open();
                InputStream in = reader.open(name)
                        .orElseThrow(
                                () -> new IOException("The module " + module.name() + " has lost " + name + "."))) {
            return new ByteArrayInputStream(in.readAllBytes());
        }
    }

    /** Opens a resource without the JVM's cache of jars: that would keep the jar open after its class loader is closed. */
    private static InputStream open(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    private static String copyAndHash(InputStream in, Path file) throws IOException {
        Sha256 hash = sha256();
        byte[] buffer = new byte[BUFFER];
        try (var out = Files.newOutputStream(file)) {
            for (int n; (n = in.read(buffer)) >= 0; ) {
                hash.digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        return hash.hexadecimal();
    }

    private static Sha256 sha256() {
        try {
            return new Sha256(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e); // each JDK has it
        }
    }

    private record Sha256(MessageDigest digest) {
        String digest(String text) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return hexadecimal();
        }

        String hexadecimal() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
