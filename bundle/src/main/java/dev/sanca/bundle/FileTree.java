package dev.sanca.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files below a directory that can be walked: of a module that is linked into a run-time image, or of an unpacked jar on
 * the class path.
 *
 * @param name what is unpacked, for people to read
 * @param root the directory
 */
record FileTree(String name, Path root) implements FileSource, FileSource.Contents {

    /**
     * Returns a name of all paths and sizes; for a run-time image, which takes long to walk, a name of the size and the time
     * of the image.
     */
    @Override
    public String key() throws IOException {
        if (root.toUri().getScheme().equals("jrt")) {
            Path image = Path.of(System.getProperty("java.home"), "lib", "modules");
            return name + "-image-" + Long.toString(Files.size(image), Character.MAX_RADIX) + "-"
                    + Long.toString(Files.getLastModifiedTime(image).toMillis(), Character.MAX_RADIX);
        }
        long hash = 0;
        for (Map.Entry<String, Long> file : sizes().entrySet()) {
            hash = hash * 31 + file.getKey().hashCode();
            hash = hash * 31 + file.getValue();
        }
        return name + "-tree-" + Long.toUnsignedString(hash, Character.MAX_RADIX);
    }

    @Override
    public FileSource.Contents open() {
        return this;
    }

    @Override
    public Map<String, Long> sizes() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    sizes.put(root.relativize(file).toString().replace('\\', '/'), attributes.size());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sizes;
    }

    @Override
    public InputStream read(String path) throws IOException {
        return Files.newInputStream(root.resolve(path));
    }

    /** Does nothing. */
    @Override
    public void close() {}

    @Override
    public String toString() {
        return root.toUri().toString();
    }
}
