package dev.sanca.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes what goes into the application's jar: the wheels, the application's own Python files in the folder {@code
 * python}, and an index of both, which {@code sanca-cpython} reads when the program starts.
 *
 * @param output the directory of the classes, whose content becomes the jar
 */
record ResourceWriter(Path output) {
    private static final String PACKAGES = "META-INF/sanca/packages";
    private static final String SOURCES = "python";

    /**
     * Writes everything, and deletes what an earlier build wrote and is not wanted any more. Files that have the right
     * content already are left alone.
     *
     * @param lock the lock file, if the application has packages
     * @param store has the wheels
     * @param sources the folder of the application's Python files; need not exist
     * @throws IOException if a file cannot be read or written
     */
    void write(PackagesRequest request, Optional<LockFile> lock, WheelStore store, Path sources) throws IOException {
        Path folder = output.resolve(PACKAGES);
        Path index = folder.resolve("index");
        List<Path> before = written(index);
        List<Path> now = new ArrayList<>();
        List<String> lines = new ArrayList<>(List.of(
                "sanca packages 1",
                "python " + request.pythonVersion(),
                "platforms " + String.join(" ", request.platforms())));
        List<LockedWheel> wheels = lock.map(LockFile::wheels).orElse(List.of()).stream()
                .sorted(Comparator.comparing(LockedWheel::fileName))
                .toList();
        for (LockedWheel wheel : wheels) {
            now.add(copy(store.file(wheel), folder.resolve(wheel.fileName())));
            lines.add("wheel " + String.join(",", new TreeSet<>(wheel.platforms())) + " " + wheel.sha256() + " "
                    + wheel.fileName());
        }
        for (Path file : files(sources)) {
            String path = sources.relativize(file).toString().replace('\\', '/');
            now.add(copy(file, output.resolve(SOURCES).resolve(path)));
            lines.add("source " + Sha256.of(file) + " " + path);
        }
        lines.add("end");
        before.removeAll(now);
        for (Path stale : before) {
            Files.deleteIfExists(stale);
        }
        if (now.isEmpty()) {
            Files.deleteIfExists(index);
        } else if (!Files.exists(index) || !Files.readAllLines(index).equals(lines)) {
            Files.createDirectories(folder);
            Files.writeString(index, String.join("\n", lines) + "\n");
        }
    }

    /** Returns the files that an index names. */
    private List<Path> written(Path index) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.exists(index)) {
            for (String line : Files.readAllLines(index)) {
                if (line.startsWith("wheel ")) {
                    files.add(index.resolveSibling(line.substring(line.lastIndexOf(' ') + 1)));
                } else if (line.startsWith("source ")) {
                    files.add(output.resolve(SOURCES).resolve(line.split(" ", 3)[2]));
                }
            }
        }
        return files;
    }

    private static List<Path> files(Path sources) throws IOException {
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(sources)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> !sources.relativize(file).toString().contains("__pycache__"))
                    .sorted()
                    .toList();
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        if (!Files.isRegularFile(to) || Files.mismatch(from, to) != -1) {
            Files.createDirectories(to.resolveSibling(""));
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
        return to;
    }
}
