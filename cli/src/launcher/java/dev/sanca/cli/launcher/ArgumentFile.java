package dev.sanca.cli.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file of options for {@code java} with which the script starts a program, {@code target/sanca/NAME.args}.
 *
 * <p>Its first three lines are comments for the script: the project's folder, what it was built from, and what was built.
 * Its time is that before the build. So the script sees without a second JVM whether the program is current: the folder is
 * the same, no source is newer than the file, and what was built is there. A directory is newer if a file was removed from it.
 */
final class ArgumentFile {
    private final Path root;
    private final Program program;
    private final Path file;

    ArgumentFile(Path root, Program program) {
        this.root = root;
        this.program = program;
        file = root.resolve("target/sanca").resolve(program.name() + ".args");
    }

    /** Builds the program and writes the file, unless another launcher has just done it. */
    void update(Maven maven) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        try (FileChannel lock = FileChannel.open(
                        file.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = lock.lock()) {
            if (isCurrent()) {
                return;
            }
            FileTime before = FileTime.from(Instant.now());
            if (Launcher.isTerminal()) {
                System.err.println("sanca: building...");
            }
            maven.build(mavenArguments());
            Path written = Files.write(file.resolveSibling(file.getFileName() + ".new"), lines());
            Files.setLastModifiedTime(written, before);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private List<String> mavenArguments() {
        List<String> arguments = new ArrayList<>(List.of("-DskipTests", "-pl", String.join(",", program.modules())));
        if (!program.profiles().isEmpty()) {
            arguments.add("-P" + String.join(",", program.profiles()));
        }
        arguments.addAll(List.of("process-classes", "dependency:build-classpath"));
        arguments.addAll(List.of("-DincludeScope=runtime", "-Dmdep.outputFile=target/classpath"));
        return arguments;
    }

    private boolean isCurrent() throws IOException {
        if (!Files.exists(file) || !Files.readAllLines(file).subList(0, 3).equals(head())) {
            return false;
        }
        FileTime time = Files.getLastModifiedTime(file);
        for (String source : sources()) {
            try (Stream<Path> files = Files.walk(root.resolve(source))) {
                for (Path path : (Iterable<Path>) files::iterator) {
                    if (Files.getLastModifiedTime(path).compareTo(time) > 0) {
                        return false;
                    }
                }
            }
        }
        return built().stream().allMatch(path -> Files.exists(root.resolve(path)));
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>(head());
        String modules = program.isModular() ? "dev.sanca" : "ALL-UNNAMED";
        lines.add("--enable-native-access="
                + (program.isModular() && program.graalpy() ? modules + ",ALL-UNNAMED" : modules));
        if (program.graalpy()) { // Truffle uses what JDK 24 and later warn of
            lines.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (!Home.isWritable()) {
            lines.add(quoted("-Dsanca.cache=" + root.resolve("target/cache")));
        }
        Set<String> entries = entries();
        if (program.isModular()) {
            lines.add("--add-modules=dev.sanca,dev.sanca.bundle");
            lines.addAll(List.of("--module-path", path(entries.stream().filter(this::isModule))));
            lines.addAll(List.of("--class-path", path(entries.stream().filter(entry -> !isModule(entry)))));
        } else {
            lines.add(quoted("-Dsanca.benchmarks.folder=" + root.resolve(program.module())));
            lines.addAll(List.of("--class-path", path(entries.stream())));
        }
        return lines;
    }

    private List<String> head() {
        return List.of("# " + root, "# " + String.join(" ", sources()), "# " + String.join(" ", built()));
    }

    private List<String> sources() {
        List<String> sources = new ArrayList<>(List.of("pom.xml", "cli/src/launcher"));
        for (String module : program.modules()) {
            Stream.of(module + "/pom.xml", module + "/src/main")
                    .filter(source -> Files.exists(root.resolve(source)))
                    .forEach(sources::add);
        }
        return sources;
    }

    private List<String> built() {
        return program.modules().stream()
                .flatMap(module -> Stream.of(module + "/target/classes", module + "/target/classpath"))
                .toList();
    }

    /** The class path of the program, all of it, as Maven resolved it. */
    String classPath() throws IOException {
        return String.join(File.pathSeparator, entries());
    }

    private Set<String> entries() throws IOException {
        Set<String> entries = new LinkedHashSet<>();
        for (String module : program.roots()) {
            Path target = root.resolve(module).resolve("target");
            entries.add(target.resolve("classes").toString());
            entries.addAll(List.of(
                    Files.readString(target.resolve("classpath")).strip().split(File.pathSeparator)));
        }
        entries.removeIf(entry -> entry.endsWith(".pom"));
        return entries;
    }

    /** Sanca's own modules are modules, the rest (native jars, libraries, GraalPy, the examples) is on the class path. */
    private boolean isModule(String entry) {
        return Stream.of("core", "bundle", "packages", "cli")
                        .anyMatch(module ->
                                Path.of(entry).equals(root.resolve(module).resolve("target/classes")))
                || Path.of(entry).getFileName().toString().matches("(jspecify|picocli)-.*\\.jar");
    }

    private static String path(Stream<String> entries) {
        return quoted(entries.collect(Collectors.joining(File.pathSeparator)));
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
