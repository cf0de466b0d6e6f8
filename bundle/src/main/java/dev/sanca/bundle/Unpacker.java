package dev.sanca.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Puts the files of a {@link NativeJar} on disk, once.
 *
 * <p>The target directory appears complete or not at all: files go to a temporary directory beside it, then the manifest
 * is forced to the disk, then the directory is renamed. A file lock keeps other processes out meanwhile, a monitor other
 * threads. What a killed process left behind is removed by the next one that holds the lock. A file that was lost
 * later is put back in place, file by file, so that programs running from the directory are not disturbed.
 */
final class Unpacker {
    private static final int BUFFER = 1 << 16;

    private final Path cache;

    Unpacker(Path cache) {
        this.cache = cache;
    }

    /** Work on an unpacked directory before it is declared complete: links, generated files. */
    @FunctionalInterface
    interface Finish {
        /** Finishes the directory, which may still have a temporary name. */
        void accept(Path directory) throws IOException;
    }

    /**
     * Returns the directory with the jar's files, unpacking them if needed.
     *
     * @param jar the jar
     * @param wanted chooses files by their path below the jar's root
     * @param finish called after unpacking or repairing; must be repeatable
     */
    Path unpack(NativeJar jar, Predicate<String> wanted, Finish finish) throws IOException {
        Path target = cache.resolve(jar.key());
        if (isIntact(target)) {
            return target;
        }
        return exclusively(target, () -> {
            Optional<Manifest> manifest = Manifest.read(target);
            if (manifest.isEmpty()) {
                create(jar, wanted, finish, target);
            } else if (!manifest.get().isIntact(target)) {
                repair(jar, finish, target, manifest.get());
            }
        });
    }

    /** Makes a directory of generated files, with the same guarantees. */
    Path generate(String name, Finish finish) throws IOException {
        Path target = cache.resolve(name);
        if (isIntact(target)) {
            return target;
        }
        return exclusively(target, () -> {
            if (Manifest.read(target).isPresent()) {
                finish.accept(target); // in place: it may hold what the user installed since
                Manifest.of(target).write(target);
                return;
            }
            Path temporary = temporary(target);
            finish.accept(temporary);
            Manifest.of(temporary).write(temporary);
            publish(temporary, target);
        });
    }

    private static boolean isIntact(Path target) {
        return QuickCheck.passes(target)
                || Manifest.read(target)
                        .map(manifest -> QuickCheck.compare(target, manifest))
                        .orElse(false);
    }

    private void create(NativeJar jar, Predicate<String> wanted, Finish finish, Path target) throws IOException {
        Path temporary = temporary(target);
        try (JarFile file = new JarFile(jar.file().toFile())) {
            List<JarEntry> entries = file.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(jar.root()))
                    .filter(entry ->
                            wanted.test(entry.getName().substring(jar.root().length())))
                    .toList();
            long total = entries.stream().mapToLong(JarEntry::getSize).sum();
            try (Progress progress = new Progress(jar.name(), total)) {
                for (JarEntry entry : entries) {
                    String path = entry.getName().substring(jar.root().length());
                    progress.advance(extract(file, entry, inside(temporary, path)));
                }
            }
        }
        finish.accept(temporary);
        Manifest.of(temporary).write(temporary);
        publish(temporary, target);
    }

    private static void repair(NativeJar jar, Finish finish, Path target, Manifest manifest) throws IOException {
        try (JarFile file = new JarFile(jar.file().toFile())) {
            for (Manifest.Item item : manifest.files()) {
                Path path = inside(target, item.path());
                if (Files.isRegularFile(path) && Files.size(path) == item.size()) {
                    continue;
                }
                JarEntry entry = file.getJarEntry(jar.root() + item.path());
                if (entry == null) {
                    continue; // made by finish
                }
                Path fresh = path.resolveSibling(path.getFileName() + ".tmp");
                extract(file, entry, fresh);
                Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        finish.accept(target);
        if (!manifest.isIntact(target)) {
            throw new IOException("files are missing that " + jar.file() + " does not hold; delete " + target);
        }
    }

    private static long extract(JarFile jar, JarEntry entry, Path path) throws IOException {
        Files.createDirectories(parent(path));
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream in = jar.getInputStream(entry);
                OutputStream out = Files.newOutputStream(path)) {
            for (int n; (n = in.read(buffer)) >= 0; size += n) {
                out.write(buffer, 0, n);
            }
        }
        return size;
    }

    /** Resolves a path from a jar; one that leads out of the directory is refused. */
    private static Path inside(Path directory, String path) throws IOException {
        Path resolved = directory.resolve(path).normalize();
        if (!resolved.startsWith(directory)) {
            throw new IOException("The jar names a file outside its directory: " + path + ". It was tampered with.");
        }
        return resolved;
    }

    private static Path parent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException(path + " has no parent directory; set -Dsanca.cache to a directory of your own.");
        }
        return parent;
    }

    /** Makes an empty directory beside the target, in place of any that a killed process left: we hold the lock. */
    private static Path temporary(Path target) throws IOException {
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        delete(temporary);
        return Files.createDirectories(temporary);
    }

    private static void publish(Path temporary, Path target) throws IOException {
        // Only a directory without a trustworthy manifest can be here: unpacking it was never finished.
        delete(target);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private Path exclusively(Path target, Work work) throws IOException {
        // Two threads of one JVM must not both ask for the file lock: that throws instead of waiting.
        synchronized (Unpacker.class) {
            try {
                Files.createDirectories(cache);
                Path lockFile = target.resolveSibling(target.getFileName() + ".lock");
                try (FileChannel channel =
                                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    assert lock.isValid();
                    work.run();
                }
            } catch (IOException e) {
                throw new IOException(
                        "Cannot unpack the bundled Python to " + target + ": " + e.getMessage() + ". Check that the"
                                + " directory is writable and has 150 MB free, or choose another one by"
                                + " -Dsanca.cache=DIRECTORY.",
                        e);
            }
        }
        return target;
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
