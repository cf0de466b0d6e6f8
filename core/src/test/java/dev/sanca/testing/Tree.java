package dev.sanca.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree that the tests belong to. */
public final class Tree {
    private Tree() {}

    /** Its root. */
    public static Path root() {
        Path folder = ChildJvm.testClasses();
        while (folder != null && !Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new AssertionError("the tests do not run inside their source tree");
        }
        return folder;
    }
}
