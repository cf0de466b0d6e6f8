package dev.sanca.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.spi.BundledPython;
import dev.sanca.spi.BundledPython.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jars, unpacked and run. */
class MavenCentralPythonTest {
    @TempDir
    Path cache;

    private Installation install() throws IOException {
        return new MavenCentralPython().install(cache);
    }

    @Test
    void serviceIsFound() {
        getClass().getModule().addUses(BundledPython.class);
        assertThat(ServiceLoader.load(BundledPython.class)).hasExactlyElementsOfTypes(MavenCentralPython.class);
    }

    @Test
    void programRunsWithNumPyAndItsChildrenToo() throws Exception {
        Installation python = install();
        Path script = Files.writeString(cache.resolve("a script.py"), """
                import ctypes, multiprocessing, subprocess, sys
                import numpy
                if __name__ == '__main__':
                    print(numpy.linalg.solve([[2.0, 1.0], [1.0, 3.0]], [3.0, 5.0]))
                    child = "import numpy; print(numpy.linalg.det(numpy.eye(3)))"
                    print(subprocess.check_output([sys.executable, '-c', child], text=True).strip())
                    context = multiprocessing.get_context('spawn')
                    with context.Pool(1) as pool:
                        print(pool.map(abs, [-7]))
                """);
        assertThat(run(python.executable(), script.toString())).isEqualTo("[0.8 1.4]\n1.0\n[7]\n");
    }

    @Test
    void environmentCanBeMadeFromIt() throws Exception {
        Installation python = install();
        Path venv = cache.resolve("venv");
        run(python.executable(), "-m", "venv", venv.toString());
        assertThat(run(venv.resolve("bin/python3"), "-m", "pip", "--version")).contains("python 3.14");
    }

    @Test
    void installationIsDescribed() throws Exception {
        Installation python = install();
        assertThat(python.version()).isEqualTo("3.14.3");
        assertThat(python.libpython()).isRegularFile();
        assertThat(python.home().resolve("lib/python3.14/os.py")).isRegularFile();
        assertThat(python.prefix().resolve("pyvenv.cfg")).isRegularFile();
        assertThat(python.path())
                .singleElement()
                .satisfies(path -> assertThat(path.resolve("numpy")).isDirectory());
    }

    @Test
    void secondInstallationLeavesTheFilesAlone() throws Exception {
        Path libpython = install().libpython();
        Object before = Files.getAttribute(libpython, "unix:ino");
        assertThat(install().libpython()).isEqualTo(libpython);
        assertThat(Files.getAttribute(libpython, "unix:ino")).isEqualTo(before);
    }

    @Test
    void lostAndCutFilesAreRepaired() throws Exception {
        Installation python = install();
        install(); // remembers the state for the quick check
        Path module = python.home().resolve("lib/python3.14/json/decoder.py");
        Path link = python.home().resolve("bin/python3");
        Files.delete(module);
        Files.delete(link);
        Files.write(python.libpython(), new byte[10]);
        Files.delete(python.executable());
        install();
        assertThat(run(python.executable(), "-c", "import json.decoder, numpy; print('whole')"))
                .isEqualTo("whole\n");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void whatAKilledProcessLeftIsReplaced() throws Exception {
        Path home = install().home();
        // As if killed in the middle: a temporary directory in part, and no manifest that says the target is complete.
        Path temporary = home.resolveSibling(home.getFileName() + ".tmp");
        Files.createDirectories(temporary.resolve("lib"));
        Files.writeString(temporary.resolve("lib/half"), "half");
        Files.delete(home.resolve(".sanca-manifest"));
        Files.delete(home.resolve("lib/python3.14/os.py"));
        Files.deleteIfExists(home.resolve(".sanca-checked"));
        assertThat(run(install().executable(), "-c", "print('whole')")).isEqualTo("whole\n");
        assertThat(temporary).doesNotExist();
    }

    @Test
    void processesUnpackingAtOnceAndKilledOnesDoNoHarm() throws Exception {
        Process killed = startInstaller();
        waitUntilUnpackingBegan();
        killed.destroyForcibly().waitFor();
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(startInstaller());
        }
        for (Process process : processes) {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            assertThat(output).endsWith("whole\n");
        }
    }

    private void waitUntilUnpackingBegan() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            try (var files = Files.list(cache)) {
                if (files.anyMatch(file -> file.toString().endsWith(".tmp"))) {
                    return;
                }
            }
            Thread.sleep(5);
        }
        throw new AssertionError("the other process did not begin to unpack");
    }

    private Process startInstaller() throws IOException {
        String modules = System.getProperty("jdk.module.path", "");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path") + ":" + modules + ":target/classes:target/test-classes",
                Installer.class.getName(),
                cache.toString());
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** What the build of a container image does: a later program needs no right to write. */
    @Test
    void programUnpacksItBeforehand() throws Exception {
        MavenCentralPython.main(new String[] {cache.toString()});
        try (Stream<Path> unpacked = Files.list(cache)) {
            assertThat(unpacked.map(path -> path.toFile().getName())).anyMatch(name -> name.startsWith("cpython-"));
        }
        assertThatThrownBy(() -> MavenCentralPython.main(new String[] {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Name the directory");
    }

    @Test
    void unusableCacheIsNamedWithTheWayOut() throws IOException {
        Path file = Files.writeString(cache.resolve("file"), "");
        assertThatThrownBy(() -> new MavenCentralPython().install(file.resolve("sanca")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("-Dsanca.cache=DIRECTORY");
    }

    static String run(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
