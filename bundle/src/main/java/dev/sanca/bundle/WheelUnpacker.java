package dev.sanca.bundle;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Unpacks wheels into a directory that becomes part of {@code sys.path}.
 *
 * <p>Scripts of {@code entry_points} are not made: a program in a JVM does not call them.
 *
 * @param directory the directory
 * @see <a href="https://packaging.python.org/en/latest/specifications/binary-distribution-format/">Binary distribution
 *     format, in the Python Packaging User Guide</a>
 */
record WheelUnpacker(Path directory) {

    /**
     * Unpacks a wheel. Each file appears complete or not at all; files that exist are replaced.
     *
     * @param wheel the file, whatever its name
     * @param fileName the name of the wheel, which says what it holds
     * @throws IOException if the wheel is damaged, or a file cannot be written
     */
    void unpack(Path wheel, String fileName) throws IOException {
        String[] words = fileName.split("-", 3);
        String data = words[0] + "-" + (words.length > 1 ? words[1] : "") + ".data/";
        // The file system shows the executables of a wheel, which java.util.zip does not.
        try (FileSystem files = open(wheel, fileName);
                Stream<Path> tree = Files.walk(files.getPath("/"))) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                String path = file.toString().substring(1);
                copy(
                        file,
                        inside(
                                directory,
                                path.startsWith(data) ? place(path.substring(data.length()), words[0]) : path));
            }
        }
    }

    private static FileSystem open(Path wheel, String fileName) throws IOException {
        try {
            return FileSystems.newFileSystem(
                    wheel, Map.of("enablePosixFileAttributes", true, "accessMode", "readOnly"));
        } catch (ProviderNotFoundException e) {
            throw new IOException(
                    "The wheel " + fileName
                            + " in the application is no zip file, or names files outside its directory: it"
                            + " was made wrong, or tampered with.",
                    e);
        }
    }

    /** Returns where a file of the folder {@code NAME-VERSION.data} goes. */
    private static String place(String path, String name) {
        int slash = path.indexOf('/');
        String rest = path.substring(slash + 1);
        return switch (slash < 0 ? "" : path.substring(0, slash)) {
            case "scripts" -> "bin/" + rest;
            case "headers" -> "include/" + name + "/" + rest;
            default -> rest; // purelib, platlib, data
        };
    }

    private static void copy(Path file, Path target) throws IOException {
        Files.createDirectories(ApplicationPackages.parent(target));
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        Files.copy(file, temporary, StandardCopyOption.REPLACE_EXISTING);
        if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE)) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(temporary));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(temporary, permissions);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Resolves a path of a wheel or an index.
     *
     * @throws IOException if the path leads out of the directory
     */
    static Path inside(Path directory, String path) throws IOException {
        Path resolved = directory.resolve(path).normalize();
        if (!resolved.startsWith(directory) || resolved.equals(directory)) {
            throw new IOException(
                    "A Python package names a file outside its directory: " + path + ". It was tampered with.");
        }
        return resolved;
    }
}
