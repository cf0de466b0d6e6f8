package dev.sanca.cli.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The user's home directory, where Maven and Sanca keep what they fetch and unpack. In a container there may be none, or none
 * that can be written; then these things are kept in the project's {@code target}.
 */
final class Home {
    private Home() {}

    /** Java takes it from the user's entry in the table of users; the variable HOME does not change it. */
    static boolean isWritable() {
        return Files.isWritable(Path.of(System.getProperty("user.home")));
    }
}
