package dev.sanca.firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The local repository of the users' Mavens, {@code target/repository}: with what this build has made, as if it were published. */
final class UsersRepository {
    static final Path DIRECTORY = Path.of("target/repository").toAbsolutePath();
    static final String VERSION = System.getProperty("sanca.version");

    static {
        try {
            install("sanca-parent", "", false);
            install("sanca-bom", "bom", false);
            install("sanca", "core", true);
            install("sanca-cpython", "bundle", true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UsersRepository() {}

    /** Fills it if that was not done. */
    static void prepare() {}

    private static void install(String artifact, String module, boolean hasJar) throws IOException {
        Path directory = Files.createDirectories(
                DIRECTORY.resolve("dev/sanca").resolve(artifact).resolve(VERSION));
        String name = artifact + "-" + VERSION;
        Path source = Document.ROOT.resolve(module);
        copy(source.resolve("pom.xml"), directory.resolve(name + ".pom"));
        if (hasJar) {
            Path jar = source.resolve("target").resolve(name + ".jar");
            assertThat(jar)
                    .as("made by Maven's phase `package`: mvn -Pfirst-hour -pl first-hour -am verify")
                    .exists();
            copy(jar, directory.resolve(name + ".jar"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
