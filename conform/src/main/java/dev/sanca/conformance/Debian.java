package dev.sanca.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Debian of a suite's own in a folder of the cache, made by {@code debian.sh} when it is first needed.
 *
 * @param suite Debian's name of the release
 * @param builds the version of the free-threaded Python that is built there, if one is
 * @param packages what is installed there
 */
record Debian(String suite, Optional<String> builds, List<String> packages) {
    /** One with these packages. */
    static Debian with(String suite, String... packages) {
        return new Debian(suite, Optional.empty(), List.of(packages));
    }

    /** One in which a free-threaded Python is built from the suite's source package. */
    static Debian building(String version, String suite) {
        List<String> packages = List.of("gcc", "libc6-dev", "make", "dpkg-dev", "libffi-dev", "zlib1g-dev");
        return new Debian(suite, Optional.of(version), packages);
    }

    private Path folder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        return (cache != null && cache.startsWith("/")
                        ? Path.of(cache)
                        : Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("sanca/conform")
                .resolve(suite + builds.map(version -> "-" + version + "t").orElse(""));
    }

    /** Makes it unless it is there; says why it cannot, or the empty string. */
    String prepare(Path root) throws IOException, InterruptedException {
        Path folder = folder();
        Files.createDirectories(folder.getParent());
        List<String> command = new ArrayList<>(List.of("sh", script(root, "debian.sh"), folder.toString(), suite));
        command.addAll(packages);
        String why = run(command);
        return !why.isEmpty() || builds.isEmpty()
                ? why
                : run(List.of("sh", script(root, "free-threaded.sh"), folder.toString(), builds.get()));
    }

    /** When it was made. */
    FileTime made() throws IOException {
        return Files.getLastModifiedTime(folder().resolve("made-of"));
    }

    /** The start of a command that runs there and sees these folders of the machine. */
    List<String> inside(Path root, List<Path> seen) {
        List<String> names = seen.stream().map(Path::toString).toList();
        return List.of("sh", script(root, "inside.sh"), folder().toString(), String.join(":", names));
    }

    private static String script(Path root, String name) {
        return root.resolve("conform/src/main/sh").resolve(name).toString();
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int exit = process.waitFor();
        return exit == 0 ? "" : said.isEmpty() ? command.get(1) + " ended with exit code " + exit : said;
    }
}
