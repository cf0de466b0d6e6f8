package dev.sanca.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Creates symbolic links and text files atomically: each is created under a temporary name and then renamed. */
final class AtomicFiles {
    private AtomicFiles() {}

    /**
     * Creates a symbolic link, or replaces the one that leads elsewhere.
     *
     * @param link the path of the link
     * @param target an absolute path, or one relative to the link's directory
     * @throws IOException if the link cannot be created
     */
    static void link(Path link, Path target) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
            return;
        }
        Path temporary = link.resolveSibling(link.getFileName() + ".tmp");
        Files.deleteIfExists(temporary);
        Files.createSymbolicLink(temporary, target);
        Files.move(temporary, link, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Writes a file, unless it has that text already.
     *
     * @throws IOException if the file cannot be written
     */
    static void write(Path file, String text) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.readString(file).equals(text)) {
            return;
        }
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(temporary, text);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
