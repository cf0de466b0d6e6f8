package dev.sanca.firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A directory of a user's files, in which the user's commands run. Its Maven uses {@link UsersRepository}. */
final class UserProject {
    static final String JAVA_HOME = System.getProperty("java.home");
    static final String MAVEN_3 = System.getProperty("maven3.home");
    static final String MAVEN_4 = System.getProperty("maven4.home");

    /** Where the bundled Python is unpacked; the user's own cache stays as it is. */
    static final Path CACHE = Path.of("target/cache").toAbsolutePath();

    private static final Path PROJECTS = Path.of("target/projects").toAbsolutePath();

    private final Path directory;

    /** Makes an empty one. */
    UserProject(String name) {
        directory = PROJECTS.resolve(name);
        UsersRepository.prepare();
        try {
            delete(directory);
            file(".mvn/maven.config", "-B\n-ntp\n-Dmaven.repo.local=../../repository\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    UserProject file(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Runs Maven. Returns what it printed. */
    String maven(String home, String... arguments) throws IOException, InterruptedException {
        String mvn = Path.of(home, "bin", "mvn").toString();
        return run(Stream.concat(Stream.of("sh", mvn), Arrays.stream(arguments)).toList());
    }

    /** Runs lines of a shell, as the documents have them, with Maven 3.8 and the JDK on the path. Returns what they printed. */
    String shell(String commands) throws IOException, InterruptedException {
        return run(List.of("sh", "-ec", commands));
    }

    /** Runs a command, which must end with exit code 0. Returns what it printed. */
    String run(List<String> command) throws IOException, InterruptedException {
        return run(command, 0);
    }

    String run(List<String> command, int exitCode) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeAll(List.of("SANCA_PYTHON", "SANCA_RUNTIME", "VIRTUAL_ENV", "CLASSPATH", "MAVEN_HOME"));
        environment.put("JAVA_HOME", JAVA_HOME);
        environment.put("PATH", JAVA_HOME + "/bin:" + MAVEN_3 + "/bin:/usr/bin:/bin");
        environment.put("XDG_CACHE_HOME", CACHE.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError(command + " did not end:\n" + Files.readString(output));
        }
        String printed = Files.readString(output);
        assertThat(process.exitValue()).as("%s:\n%s", command, printed).isEqualTo(exitCode);
        return printed;
    }
}
