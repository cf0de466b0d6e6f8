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
 * What was unpacked: the relative path and size of every file. Its presence on disk says that unpacking was completed;
 * its lines say whether anything was lost since.
 *
 * @param files the files, in no particular order
 */
record Manifest(List<Item> files) {
    private static final String NAME = ".sanca-manifest";
    /** First line; another one means another format, and the files are unpacked anew. */
    private static final String HEADER = "sanca manifest 1";

    /** One file: its path relative to the directory, and its size in bytes. */
    record Item(String path, long size) {}

    Manifest {
        files = List.copyOf(files);
    }

    /** Lists the files below a directory; a link counts as the file it leads to. */
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

    /** Reads the manifest of a directory; empty if there is none that can be trusted. */
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

    /** Writes the manifest so that it is on the disk itself before it has its name. */
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
     * Tells whether every file is there with its size. <b>Cost:</b> one {@code stat} per file; contents are not read.
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
