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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks the files of a {@link FileSource} to a directory, once.
 *
 * <p>The directory appears complete or not at all: files are written to a temporary directory beside it, the manifest
 * is forced to the disk, and the directory is renamed. A file lock excludes other processes meanwhile, and a monitor
 * excludes other threads. A process that gets the lock deletes what a killed process left. A file that was lost later
 * is replaced alone, so that programs that run from the directory are not disturbed.
 */
final class Unpacker {
    private static final int BUFFER = 1 << 16;

    private final Path cache;

    Unpacker(Path cache) {
        this.cache = cache;
    }

    /** The last step for an unpacked directory before it is complete: links and generated files. */
    @FunctionalInterface
    interface Finish {
        /** Finishes a directory, which may still have a temporary name. */
        void accept(Path directory) throws IOException;
    }

    /**
     * Returns the directory with the files of a source, and unpacks them if needed.
     *
     * @param source the files
     * @param wanted selects files by their path relative to the source
     * @param finish runs after unpacking or repairing; may run again on a finished directory
     * @throws IOException if the files cannot be unpacked, or others can write the cache; the message names the directory
     */
    Path unpack(FileSource source, Predicate<String> wanted, Finish finish) throws IOException {
        Path target = cache.resolve(source.key());
        checkIsPrivate(target);
        if (isIntact(target)) {
            return target;
        }
        return exclusively(target, () -> {
            Optional<Manifest> manifest = Manifest.read(target);
            if (manifest.isEmpty()) {
                create(source, wanted, finish, target);
            } else if (!manifest.get().isIntact(target)) {
                repair(source, finish, target, manifest.get());
            }
        });
    }

    /**
     * Returns a directory of generated files, with the same guarantees.
     *
     * @param name the name of the directory in the cache
     * @param finish generates the files; may run again on a finished directory
     * @throws IOException if the files cannot be written, or others can write the cache; the message names the directory
     */
    Path generate(String name, Finish finish) throws IOException {
        Path target = cache.resolve(name);
        checkIsPrivate(target);
        if (isIntact(target)) {
            return target;
        }
        return exclusively(target, () -> {
            if (Manifest.read(target).isPresent()) {
                finish.accept(target); // not replaced: the user may have installed packages in it
                Manifest.of(target).write(target);
                return;
            }
            Path temporary = temporary(target);
            finish.accept(temporary);
            Manifest.of(temporary).write(temporary);
            publish(temporary, target);
        });
    }

    private void checkIsPrivate(Path target) throws IOException {
        PrivateDirectory.check(cache);
        PrivateDirectory.check(target);
    }

    /** Returns the path that {@link #generate} gives the directory of this name, whether or not it exists. */
    Path path(String name) {
        return cache.resolve(name);
    }

    private static boolean isIntact(Path target) {
        return QuickCheck.passes(target)
                || Manifest.read(target)
                        .map(manifest -> QuickCheck.compare(target, manifest))
                        .orElse(false);
    }

    private void create(FileSource source, Predicate<String> wanted, Finish finish, Path target) throws IOException {
        Path temporary = temporary(target);
        try (FileSource.Contents files = source.open()) {
            Map<String, Long> sizes = new LinkedHashMap<>(files.sizes());
            sizes.keySet().removeIf(path -> !wanted.test(path));
            long total = sizes.values().stream().mapToLong(Long::longValue).sum();
            try (Progress progress = new Progress(source.name(), total)) {
                for (String path : sizes.keySet()) {
                    progress.advance(extract(files, path, inside(temporary, path)));
                }
            }
        }
        finish.accept(temporary);
        Manifest.of(temporary).write(temporary);
        publish(temporary, target);
    }

    private static void repair(FileSource source, Finish finish, Path target, Manifest manifest) throws IOException {
        try (FileSource.Contents files = source.open()) {
            Set<String> paths = files.sizes().keySet();
            for (Manifest.Item item : manifest.files()) {
                Path path = inside(target, item.path());
                if (Files.isRegularFile(path) && Files.size(path) == item.size()) {
                    continue;
                }
                if (!paths.contains(item.path())) {
                    continue; // finish creates this file
                }
                Path temporary = path.resolveSibling(path.getFileName() + ".tmp");
                extract(files, item.path(), temporary);
                Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        finish.accept(target);
        if (!manifest.isIntact(target)) {
            throw new IOException("files are missing that " + source + " does not hold; delete " + target);
        }
    }

    private static long extract(FileSource.Contents files, String name, Path path) throws IOException {
        Files.createDirectories(parent(path));
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream in = files.read(name);
                OutputStream out = Files.newOutputStream(path)) {
            for (int n; (n = in.read(buffer)) >= 0; size += n) {
                out.write(buffer, 0, n);
            }
        }
        return size;
    }

    /**
     * Resolves a path of a source.
     *
     * @throws IOException if the path leads out of the directory
     */
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

    /**
     * Creates an empty directory beside the target, and deletes what a killed process left there. The caller holds the
     * lock.
     */
    private static Path temporary(Path target) throws IOException {
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        delete(temporary);
        PrivateDirectory.create(temporary);
        return temporary;
    }

    private static void publish(Path temporary, Path target) throws IOException {
        // A directory that exists here has no complete manifest: it was never unpacked completely.
        delete(target);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private Path exclusively(Path target, Work work) throws IOException {
        // FileChannel.lock throws, and does not wait, if another thread of this JVM holds the lock.
        synchronized (Unpacker.class) {
            try {
                PrivateDirectory.create(cache);
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
