package dev.sanca.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sanca.PythonConfig;
import dev.sanca.PythonConfigException;
import dev.sanca.spi.BundledPython;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Python is chosen, and what is said about one that is unfit. No Python is loaded here. */
@Tag("cpython")
class DiscoveryTest {
    @TempDir
    Path directory;

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private Optional<BundledPython> bundle = Optional.empty();
    private boolean packaged;

    @BeforeEach
    void useOwnCache() {
        properties.put("sanca.cache", directory.resolve("cache").toString());
    }

    private DiscoveredPython find() {
        return find(PythonConfig.discover());
    }

    private DiscoveredPython find(PythonConfig config) {
        return new Discovery(new DiscoveryEnvironment(properties::get, variables::get, bundle, packaged))
                .choose(config);
    }

    @Test
    void firstThatIsThereIsChosen() throws Exception {
        Path named = new FakePython(directory.resolve("named")).create();
        Path property = new FakePython(directory.resolve("property")).create();
        Path variable = new FakePython(directory.resolve("variable")).create();
        Path venv = new FakePython(directory.resolve("venv")).create();
        Path onPath = new FakePython(directory.resolve("path")).create();
        Path bundled = Path.of("/bundled");
        properties.put("sanca.python", property.toString());
        variables.put("SANCA_PYTHON", variable.toString());
        variables.put("VIRTUAL_ENV", directory.resolve("venv").toString());
        variables.put("PATH", "/nowhere:" + onPath.getParent());
        bundle = Optional.of(cache -> new BundledPython.Installation(
                "3.14.3", bundled, bundled, bundled.resolve("p"), bundled.resolve("l"), List.of(), List.of()));

        List<Path> chosen = new ArrayList<>();
        chosen.add(find(PythonConfig.builder().python(named).build()).executable());
        chosen.add(find().executable());
        properties.remove("sanca.python");
        chosen.add(find().executable());
        variables.remove("SANCA_PYTHON");
        chosen.add(find().executable());
        variables.remove("VIRTUAL_ENV");
        chosen.add(find().executable());
        bundle = Optional.empty();
        chosen.add(find().executable());

        assertThat(chosen).containsExactly(named, property, variable, venv, bundled.resolve("p"), onPath);
    }

    @Test
    void packagedProgramDoesNotUseThePythonOfThePath() throws Exception {
        Path onPath = new FakePython(directory.resolve("path")).create();
        variables.put("PATH", String.valueOf(onPath.getParent()));
        packaged = true;
        assertThatThrownBy(this::find)
                .isInstanceOf(PythonConfigException.class)
                .hasMessageContaining("--add-modules")
                .hasMessageContaining("SANCA_PYTHON");

        variables.put("SANCA_PYTHON", onPath.toString());
        assertThat(find().executable()).isEqualTo(onPath);
    }

    @Test
    void nothingAtAllSaysWhatToInstall() {
        assertThatThrownBy(this::find)
                .isInstanceOf(PythonConfigException.class)
                .hasMessageContaining("There is no Python")
                .hasMessageContaining("dev.sanca:sanca-cpython");
    }

    @Test
    void brokenPathIsNamed() {
        variables.put("SANCA_PYTHON", "/no/such/python3");
        assertThatThrownBy(this::find)
                .isInstanceOf(PythonConfigException.class)
                .hasMessageContaining("/no/such/python3, named by SANCA_PYTHON, does not exist")
                .hasMessageContaining("Correct the path");
    }

    @Test
    void environmentWhosePythonIsGoneIsNamed() throws IOException {
        Path bin = Files.createDirectories(directory.resolve("venv/bin"));
        Files.createSymbolicLink(bin.resolve("python3"), Path.of("/gone/python3"));
        variables.put("VIRTUAL_ENV", directory.resolve("venv").toString());
        assertThatThrownBy(this::find)
                .isInstanceOf(PythonConfigException.class)
                .hasMessageContaining(directory.resolve("venv").toString())
                .hasMessageContaining("leads nowhere")
                .hasMessageContaining("-m venv");
    }

    @Test
    void fileThatMayNotBeExecutedIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("python3"), "#!/bin/sh\n");
        variables.put("SANCA_PYTHON", file.toString());
        assertThatThrownBy(this::find)
                .isInstanceOf(PythonConfigException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("chmod +x");
    }

    @Test
    void staticBuildSaysHowToBuildAnother() throws IOException {
        Path python = new FakePython(directory)
                .answer("Py_ENABLE_SHARED", "0")
                .answer("INSTSONAME", "libpython3.12.a")
                .answer("LDLIBRARY", "libpython3.12.a")
                .withoutLibrary()
                .create();
        assertThatThrownBy(() -> find(PythonConfig.builder().python(python).build()))
                .isInstanceOf(PythonConfigException.class)
                .hasMessageContaining(python.toString())
                .hasMessageContaining("static build")
                .hasMessageContaining("--enable-shared");
    }

    @Test
    void missingLibrarySaysWhatToInstall() throws IOException {
        Path python = new FakePython(directory).withoutLibrary().create();
        assertThatThrownBy(() -> find(PythonConfig.builder().python(python).build()))
                .isInstanceOf(PythonConfigException.class)
                .hasMessageContaining("libpython3.12.so.1.0, but it is not installed")
                .hasMessageContaining("apt install libpython3.12");
    }

    @Test
    void oldVersionIsRefused() throws IOException {
        Path python = new FakePython(directory)
                .answer("version", "3.9.18")
                .answer("minor", "9")
                .create();
        assertThatThrownBy(() -> find(PythonConfig.builder().python(python).build()))
                .isInstanceOf(PythonConfigException.class)
                .hasMessageContaining(python + " is Python 3.9.18; Sanca needs 3.10 or later");
    }

    @Test
    void otherImplementationIsRefused() throws IOException {
        Path python = new FakePython(directory).answer("implementation", "pypy").create();
        assertThatThrownBy(() -> find(PythonConfig.builder().python(python).build()))
                .hasMessageContaining("is pypy, not CPython");
    }

    @Test
    void programThatIsNoPythonIsQuoted() throws IOException {
        Path python = new FakePython(directory).failing("Unknown option: -I").create();
        assertThatThrownBy(() -> find(PythonConfig.builder().python(python).build()))
                .isInstanceOf(PythonConfigException.class)
                .hasMessageContaining(python.toString())
                .hasMessageContaining("exit code 2")
                .hasMessageContaining("Unknown option: -I");
    }

    @Test
    void libraryForAnotherMachineIsRefused() throws IOException {
        int other = System.getProperty("os.arch").equals("aarch64") ? 62 : 183;
        Path python = new FakePython(directory).machine(other).create();
        assertThatThrownBy(() -> find(PythonConfig.builder().python(python).build()))
                .isInstanceOf(PythonConfigException.class)
                .hasMessageContaining("libpython3.12.so.1.0 is built for " + (other == 183 ? "aarch64" : "amd64"))
                .hasMessageContaining("this JVM runs on " + System.getProperty("os.arch"));
    }

    @Test
    void debugAndFreeThreadedBuildsAreRecognized() throws IOException {
        Path python = new FakePython(directory)
                .answer("Py_DEBUG", "1")
                .answer("Py_GIL_DISABLED", "1")
                .create();
        DiscoveredPython found = find(PythonConfig.builder().python(python).build());
        assertThat(found.debug()).isTrue();
        assertThat(found.freeThreaded()).isTrue();
    }

    @Test
    void libraryAloneIsKnownByNameAndNeighbours() throws IOException {
        Path library = new FakePython(directory.resolve("usr")).asInstallation().library();
        DiscoveredPython found = find(PythonConfig.builder().python(library).build());
        assertThat(found.libpython()).isEqualTo(library);
        assertThat(found.version()).isEqualTo("3.12.7");
        assertThat(found.minor()).isEqualTo(12);
        assertThat(found.home()).isEqualTo(directory.resolve("usr"));
        assertThat(found.executable()).isEqualTo(directory.resolve("usr/bin/python3"));
    }

    @Test
    void libraryWithoutStandardLibraryAsksForHome() throws IOException {
        Path library = new FakePython(directory).library();
        assertThatThrownBy(() -> find(PythonConfig.builder().python(library).build()))
                .isInstanceOf(PythonConfigException.class)
                .hasMessageContaining("no standard library near it")
                .hasMessageContaining("home(");
    }

    @Test
    void stableAbiLibraryIsRefused() throws IOException {
        Path library = Files.write(directory.resolve("libpython3.so"), new byte[64]);
        assertThatThrownBy(() -> find(PythonConfig.builder().python(library).build()))
                .isInstanceOf(PythonConfigException.class)
                .hasMessageContaining("name that one");
    }

    @Test
    void pathsOfTheConfigurationComeLast() throws IOException {
        Path python = new FakePython(directory).create();
        DiscoveredPython found = find(PythonConfig.builder()
                .python(python)
                .addPath(Path.of("/mine"))
                .home(Path.of("/home"))
                .build());
        assertThat(found.extraPaths()).containsExactly(Path.of("/mine"));
        assertThat(found.home()).isEqualTo(Path.of("/home"));
    }

    @Test
    void answerIsRememberedUntilTheProgramChanges() throws Exception {
        Path system = systemPython();
        properties.put("sanca.python", system.toString());
        InterpreterCache answers = new InterpreterCache(directory.resolve("cache"));
        InterpreterReport first = answers.get(system);
        Path file;
        try (var files = Files.list(directory.resolve("cache/interpreters"))) {
            file = files.findFirst().orElseThrow();
        }
        Files.writeString(file, Files.readString(file).replace("version=" + first.version(), "version=9.9.9"));
        assertThat(answers.get(system).version()).isEqualTo("9.9.9");
        Files.writeString(file, Files.readString(file).replace("sanca.key=1", "sanca.key=0"));
        assertThat(answers.get(system).version()).isEqualTo(first.version());
    }

    @Test
    void systemPythonIsFoundOnThePathOrSaysWhatIsMissing() throws Exception {
        Path system = systemPython();
        variables.put("PATH", String.valueOf(system.getParent()));
        try {
            DiscoveredPython found = find();
            assertThat(found.origin()).contains("PATH");
            assertThat(found.libpython()).isRegularFile();
        } catch (PythonConfigException e) {
            assertThat(e).hasMessageContaining(system.toString());
        }
    }

    @Test
    void virtualEnvironmentKeepsItsProgramAndUsesTheBaseLibrary() throws Exception {
        Path system = systemPython();
        Path venv = directory.resolve("venv");
        run(system, "-m", "venv", "--without-pip", venv.toString());
        variables.put("VIRTUAL_ENV", venv.toString());
        DiscoveredPython base;
        try {
            base = find(PythonConfig.builder().python(system).build());
        } catch (PythonConfigException e) {
            assumeTrue(false, "the system's Python has no shared library: " + e.getMessage());
            return;
        }
        DiscoveredPython found = find();
        assertThat(found.executable()).isEqualTo(venv.resolve("bin/python3"));
        assertThat(found.prefix().toRealPath()).isEqualTo(venv.toRealPath());
        assertThat(found.isVirtual()).isTrue();
        assertThat(found.home()).isNull();
        assertThat(found.libpython().toRealPath()).isEqualTo(base.libpython().toRealPath());
    }

    /** Returns the real program of the machine's Python, not a shim; the test is skipped, and says so, without one. */
    private static Path systemPython() throws Exception {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            Path program = Path.of(directory, "python3");
            if (Files.isExecutable(program)) {
                String real =
                        run(program, "-c", "import sys; print(sys.executable)").strip();
                assumeTrue(!real.isEmpty(), program + " does not know its own path");
                return Path.of(real);
            }
        }
        assumeTrue(false, "there is no python3 on the PATH");
        throw new AssertionError();
    }

    private static String run(Path program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
