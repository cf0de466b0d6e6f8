package dev.sanca.conformance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the suite for one column in a JVM of its own, and in a further one for what is left whenever one dies.
 *
 * @param root the project
 * @param tests simple names of the test classes to run; all if there is none
 * @param again whether to run what an earlier run has the results of
 */
record Run(Path root, List<String> tests, boolean again) {
    private static final Duration LIMIT = Duration.ofMinutes(30);

    /** Runs it, unless all of it was run on the same classes before; the JVM's output goes to {@code target/conform}. */
    Results of(Column column) throws IOException, InterruptedException {
        if (column.debian().isPresent()) {
            String why = column.debian().get().prepare(root);
            if (!why.isEmpty()) {
                return Results.leftOut(why);
            }
        } else if (!Files.exists(column.python())) {
            return Results.leftOut("Maven Central has no such Python for this platform");
        }
        Path folder = Files.createDirectories(root.resolve("target/conform"));
        String name = column.name().replace(' ', '-') + (tests.isEmpty() ? "" : "-part");
        Path results = folder.resolve(name + ".txt");
        List<String> command = command(column, results);
        Kept kept = Kept.of(root, identity(column, command), results);
        if (again || !tests.isEmpty() || !kept.isValid()) {
            kept.forget();
            runToTheEnd(command, results, folder.resolve(name + ".log"));
            kept.keep();
        }
        return Results.parse(Kept.read(results));
    }

    /** The command, and of which day the Debian is. */
    private static List<String> identity(Column column, List<String> command) throws IOException {
        List<String> identity = new ArrayList<>(command);
        if (column.debian().isPresent()) {
            identity.add(column.debian().get().made().toString());
        }
        return identity;
    }

    private void runToTheEnd(List<String> command, Path results, Path log) throws IOException, InterruptedException {
        Files.deleteIfExists(log);
        while (true) {
            int before = Kept.read(results).size();
            String ended = run(command, log);
            List<String> lines = Kept.read(results);
            if (lines.contains(Line.END)) {
                return;
            }
            Files.writeString(results, Line.died(ended) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (lines.size() == before) {
                return; // another one would come no farther
            }
        }
    }

    private String run(List<String> command, Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(core().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT.toMinutes(), TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            return "the JVM did not end within " + LIMIT.toMinutes() + " minutes";
        }
        return "the JVM ended with exit code " + process.exitValue();
    }

    private Path core() {
        return root.resolve("core");
    }

    private List<String> command(Column column, Path results) throws IOException {
        List<String> command = new ArrayList<>();
        if (column.debian().isPresent()) {
            command.addAll(column.debian().get().inside(root, List.of(root, javaHome(), repository())));
        }
        Path target = core().resolve("target");
        command.add(javaHome().resolve("bin/java").toString());
        command.addAll(List.of("--enable-native-access=dev.sanca", "--illegal-native-access=deny"));
        command.addAll(List.of("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + results + ".hs_err_%p"));
        command.addAll(List.of("--module-path", target.resolve("classes") + File.pathSeparator + jars("jspecify")));
        command.addAll(List.of("--add-modules", "dev.sanca"));
        command.addAll(List.of("--patch-module", "dev.sanca=" + target.resolve("test-classes")));
        command.addAll(List.of("--add-reads", "dev.sanca=ALL-UNNAMED"));
        for (String tested : packages(target.resolve("test-classes"))) {
            command.addAll(List.of("--add-opens", "dev.sanca/" + tested + "=ALL-UNNAMED"));
        }
        command.addAll(List.of(
                "--class-path",
                root.resolve("conform/target/classes") + File.pathSeparator + jars("") + runtime(column)));
        command.add("-Dsanca.python=" + column.python());
        command.add("-Dsanca.cache=" + target.resolve("cache"));
        command.addAll(column.options());
        // The first is of the core's tests: it makes known the runtime that only they have, and calls the second.
        command.addAll(List.of("dev.sanca.testing.ReflectedMain", "dev.sanca.conformance.Suite"));
        command.addAll(
                List.of(results.toString(), target.resolve("test-classes").toString()));
        command.addAll(tests);
        return command;
    }

    private static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    /** The jars that Maven resolved for the tests, of which the name has a part. */
    private String jars(String part) throws IOException {
        return Arrays.stream(classPath("core"))
                .filter(jar -> Path.of(jar).getFileName().toString().contains(part))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What a module of this project with a runtime adds to the class path. */
    private String runtime(Column column) throws IOException {
        if (column.module().isEmpty()) {
            return "";
        }
        Path module = root.resolve(column.module().get());
        return Stream.concat(
                        Stream.of(module.resolve("target/classes").toString()),
                        Arrays.stream(classPath(column.module().get())))
                .filter(entry -> !entry.endsWith(".pom") && !Path.of(entry).startsWith(core()))
                .collect(Collectors.joining(File.pathSeparator, File.pathSeparator, ""));
    }

    private String[] classPath(String module) throws IOException {
        Path file = root.resolve(module).resolve("target/test-classpath");
        return Files.readString(file).strip().split(File.pathSeparator);
    }

    /** The folder above all jars. */
    private Path repository() throws IOException {
        String[] jars = classPath("core");
        Path common = above(Path.of(jars[0]));
        for (String jar : jars) {
            while (!Path.of(jar).startsWith(common)) {
                common = above(common);
            }
        }
        return common;
    }

    private static Path above(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    private static List<String> packages(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file.getParent()).toString().replace('/', '.'))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
