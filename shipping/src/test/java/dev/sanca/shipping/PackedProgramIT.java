package dev.sanca.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program, packed in each way and run where a {@code python3} of the machine is on the PATH: none is to use it. */
class PackedProgramIT {
    private static final String WORKS = """
            bundled with the program (dev.sanca:sanca-cpython)
            Python 3.14.3
            "packed"
            """;
    private static final Path TARGET = Path.of(System.getProperty("shipping.directory"));
    private static final Path MODULES = TARGET.resolve("modules");
    private static final String NATIVE = "org.bytedeco.cpython.linux.x86_64";

    /** Shared, so that each kind of source is unpacked once. */
    @TempDir
    static Path cache;

    @TempDir
    Path directory;

    /** How a program ended: its exit code and what it printed on both streams. */
    private record Result(int exitCode, String output) {
        String orFail() {
            assertThat(exitCode).as(output).isZero();
            return output;
        }
    }

    private Result run(List<String> command) throws IOException, InterruptedException {
        Path machine = Files.createDirectories(directory.resolve("bin"));
        Path python = machine.resolve("python3");
        Files.writeString(python, "#!/bin/sh\necho the python3 of the machine was run\n");
        assertThat(python.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(List.of("SANCA_PYTHON", "VIRTUAL_ENV", "SANCA_RUNTIME"));
        environment.merge("PATH", machine.toString(), (path, first) -> first + File.pathSeparator + path);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private Result java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool("java"), "-Dsanca.cache=" + cache));
        command.add("--illegal-native-access=deny");
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static String jar(String classifier) {
        return System.getProperty("shipping.jar") + classifier + ".jar";
    }

    @Test
    void shadedJar() throws Exception {
        assertThat(java("-jar", jar("-shaded")).orFail()).isEqualTo(WORKS);
        try (Stream<Path> unpacked = Files.list(cache)) {
            assertThat(unpacked.map(path -> path.toFile().getName()))
                    .as("named by the files, so that the next build of the jar unpacks nothing")
                    .anyMatch(name -> name.matches("cpython-[0-9a-z]+"));
        }
    }

    @Test
    void assembledJar() throws Exception {
        assertThat(java("-jar", jar("-jar-with-dependencies")).orFail()).isEqualTo(WORKS);
    }

    @Test
    void jarsOnTheClassPath() throws Exception {
        String classPath = jar("") + ":" + MODULES + "/*";
        assertThat(java("--enable-native-access=ALL-UNNAMED", "-cp", classPath, "dev.sanca.shipping.Program")
                        .orFail())
                .isEqualTo(WORKS);
    }

    @Test
    void deniedNativeAccessNamesTheFlag() throws Exception {
        Result result = java("-cp", jar("-shaded"), "dev.sanca.shipping.Program");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output())
                .contains("Python cannot start, because the JVM refuses native access")
                .contains("--enable-native-access=ALL-UNNAMED")
                .contains("Enable-Native-Access: ALL-UNNAMED");
    }

    private Path link(String modules, String... options) throws IOException, InterruptedException {
        Path image = directory.resolve("image");
        List<String> command = new ArrayList<>(List.of(tool("jlink"), "--output", image.toString()));
        command.addAll(List.of("--module-path", jar("") + File.pathSeparator + MODULES, "--add-modules", modules));
        command.addAll(List.of("--no-header-files", "--no-man-pages", "--strip-java-debug-attributes"));
        command.add("--add-options=--enable-native-access=dev.sanca --illegal-native-access=deny");
        command.addAll(List.of(options));
        run(command).orFail();
        return image;
    }

    private Result runImage(Path image) throws IOException, InterruptedException {
        return run(List.of(
                image.resolve("bin/java").toString(),
                "-Dsanca.cache=" + cache,
                "-m",
                "dev.sanca.shipping/dev.sanca.shipping.Program"));
    }

    @Test
    void imageWithThePythonLinked() throws Exception {
        Path image = link("dev.sanca.shipping,dev.sanca.bundle," + NATIVE);
        assertThat(runImage(image).orFail()).isEqualTo(WORKS);
        assertThat(runImage(image).orFail()).isEqualTo(WORKS);
    }

    @Test
    void imageWithoutThePythonRefuses() throws Exception {
        Result none = runImage(link("dev.sanca.shipping"));
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.output())
                .contains("The bundled Python is not in this program, which jlink or jpackage has packed")
                .contains("--add-modules")
                .doesNotContain("of the machine was run");
    }

    @Test
    void imageWithHalfOfThePythonRefuses() throws Exception {
        Result half = runImage(link("dev.sanca.shipping,dev.sanca.bundle"));
        assertThat(half.exitCode()).isEqualTo(1);
        assertThat(half.output())
                .contains("The jar org.bytedeco:cpython:linux-x86_64 is not on the class path or module path")
                .contains("--add-modules " + NATIVE)
                .doesNotContain("of the machine was run");
    }

    /** Packs an application of jars, without and with those of the bundled Python. */
    @Test
    void applicationOfJpackage() throws Exception {
        Path jars = Files.createDirectories(directory.resolve("jars"));
        Files.copy(Path.of(jar("")), jars.resolve("program.jar"));
        copy("sanca-0", jars);
        Result without = runApplication("without", jars);
        assertThat(without.exitCode()).isEqualTo(1);
        assertThat(without.output())
                .contains("The bundled Python is not in this program, which jlink or jpackage has packed")
                .doesNotContain("of the machine was run");

        copy("sanca-cpython-", jars);
        copy("cpython-", jars);
        assertThat(runApplication("with", jars).orFail()).isEqualTo(WORKS);
    }

    private static void copy(String prefix, Path to) throws IOException {
        try (Stream<Path> all = Files.list(MODULES)) {
            for (Path jar : all.filter(path -> path.toFile().getName().startsWith(prefix))
                    .toList()) {
                Files.copy(jar, to.resolve(jar.toFile().getName()));
            }
        }
    }

    private Result runApplication(String name, Path jars) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool("jpackage"), "--type", "app-image", "--name", name));
        command.addAll(List.of("--dest", directory.toString(), "--input", jars.toString()));
        command.addAll(List.of("--main-jar", "program.jar", "--main-class", "dev.sanca.shipping.Program"));
        command.addAll(List.of("--add-modules", "java.base"));
        command.addAll(List.of("--java-options", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("--java-options", "--illegal-native-access=deny"));
        command.addAll(List.of("--java-options", "-Dsanca.cache=" + cache));
        run(command).orFail();
        return run(List.of(directory.resolve(name + "/bin/" + name).toString()));
    }
}
