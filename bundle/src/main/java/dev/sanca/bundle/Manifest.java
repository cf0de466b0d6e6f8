package dev.sanca.bundle;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The relative path and size of every file in an unpacked directory. A manifest on disk says that unpacking was
 * completed; its lines tell whether a file was lost since.
 *
 * @param files the files, in no particular order
 */
record Manifest(List<Item> files) {
    private static final String NAME = ".sanca-manifest";
    /** The first line. A manifest of another format is ignored, and the files are unpacked again. */
    private static final String HEADER = "sanca manifest 1";

    /**
     * One file.
     *
     * @param path the path relative to the directory
     * @param size the size in bytes
     */
    record Item(String path, long size) {}

    Manifest {
        files = List.copyOf(files);
    }

    /** Lists the files of a directory and its subdirectories; a link counts as the file to which it leads. */
    static Manifest of(Path directory) throws IOException {
        List<Item> files = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.filter(Files::isRegularFile).toList()) {
                String relative = directory.relativize(path).toString();
                if (!relative.startsWith(".sanca-")) {
                    files.add(new Item(relative, Files.size(path)));
                }
            }
        }
        return new Manifest(files);
    }

    /** Reads the manifest of a directory; empty if there is none, or if it is incomplete. */
    static Optional<Manifest> read(Path directory) {
        List<Item> files = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(directory.resolve(NAME));
            if (lines.size() < 2
                    || !lines.getFirst().equals(HEADER)
                    || !lines.getLast().equals("end")) {
                return Optional.empty();
            }
            for (String line : lines.subList(1, lines.size() - 1)) {
                int space = line.indexOf(' ');
                files.add(new Item(line.substring(space + 1), Long.parseLong(line.substring(0, space))));
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
        return Optional.of(new Manifest(files));
    }

    /** Writes the manifest. Its content is forced to the disk before the file gets its name. */
    void write(Path directory) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (Item file : files) {
            text.append(file.size).append(' ').append(file.path).append('\n');
        }
        Path temporary = directory.resolve(NAME + ".tmp");
        Files.writeString(temporary, text.append("end\n"));
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Returns whether every file exists with its size.
     *
     * <p><b>Cost:</b> one {@code stat} for each file; contents are not read.
     */
    boolean isIntact(Path directory) {
        String base = directory + "/";
        for (Item file : files) {
            // File.length() is 0 for a missing file, and several times faster than Files.size().
            if (new File(base + file.path).length() != file.size) {
                return false;
            }
        }
        return files.stream()
                .filter(file -> file.size == 0)
                .allMatch(file -> Files.exists(directory.resolve(file.path)));
    }
}
