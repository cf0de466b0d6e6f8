package dev.sanca.bundle;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds within a millisecond or two that a directory has not changed since its {@link Manifest} was last compared.
 *
 * <p>A file that is added to or removed from a directory changes the directory's time of modification. So this compares
 * the times of a few hundred directories instead of the sizes of thousands of files; and the sizes of shared libraries
 * and executables, whose loss would not be an {@code ImportError} but a crash. Any difference only means that the
 * manifest is compared in full. The same happens once a day, because truncating a file does not change the time of its
 * directory.
 */
final class QuickCheck {
    private static final String NAME = ".sanca-checked";
    private static final long DAY = 24L * 60 * 60 * 1000;

    private QuickCheck() {}

    /** Returns whether the directory is certainly unchanged. */
    static boolean passes(Path directory) {
        File file = directory.resolve(NAME).toFile();
        long age = System.currentTimeMillis() - file.lastModified();
        if (age > DAY || age < 0) {
            return false;
        }
        try {
            List<String> lines = Files.readAllLines(file.toPath());
            return lines.size() > 1
                    && lines.getLast().equals("end")
                    && lines.subList(0, lines.size() - 1).stream().allMatch(line -> holds(directory, line));
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Compares the manifest in full, and saves the state of the directory for the next quick check. */
    static boolean compare(Path directory, Manifest manifest) {
        String state = describe(directory, manifest); // first, so that the next check finds a change made meanwhile
        if (!manifest.isIntact(directory)) {
            return false;
        }
        try {
            AtomicFiles.write(directory.resolve(NAME), state);
        } catch (IOException e) {
            return true; // in a read-only cache every check compares the manifest
        }
        return true;
    }

    private static String describe(Path directory, Manifest manifest) {
        TreeSet<String> paths = new TreeSet<>(); // without the top directory: writing this state changes its time
        for (Manifest.Item item : manifest.files()) {
            for (int end = item.path().lastIndexOf('/');
                    end > 0;
                    end = item.path().lastIndexOf('/', end - 1)) {
                paths.add(item.path().substring(0, end));
            }
        }
        StringBuilder lines = new StringBuilder();
        for (String path : paths) {
            lines.append("d ")
                    .append(modified(directory, path))
                    .append(' ')
                    .append(path)
                    .append('\n');
        }
        for (Manifest.Item item : manifest.files()) {
            if (!item.path().contains("/")
                    || item.path().contains(".so")
                    || item.path().startsWith("bin/")) {
                lines.append("f ")
                        .append(item.size())
                        .append(' ')
                        .append(item.path())
                        .append('\n');
            }
        }
        return lines.append("end\n").toString();
    }

    private static boolean holds(Path directory, String line) {
        int space = line.indexOf(' ', 2);
        long expected = Long.parseLong(line, 2, space, 10);
        String path = line.substring(space + 1);
        return line.charAt(0) == 'd'
                ? modified(directory, path) == expected
                : new File(directory + "/" + path).length() == expected;
    }

    private static long modified(Path directory, String path) {
        return new File(directory + "/" + path).lastModified();
    }
}
