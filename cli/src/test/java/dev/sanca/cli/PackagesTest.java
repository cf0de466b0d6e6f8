package dev.sanca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.cli.CommandLineRunner.Result;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pip}, {@code python} and {@code packages}, with the bundled Python and with an environment. */
class PackagesTest {
    private static final Path CACHE = Path.of("target", "cache").toAbsolutePath();

    @TempDir
    Path directory;

    private Result sanca(Object... arguments) throws Exception {
        return new CommandLineRunner()
                .with(
                        "PIP_CACHE_DIR",
                        Path.of("target", "pip-cache").toAbsolutePath().toString())
                .with("PIP_DISABLE_PIP_VERSION_CHECK", "1")
                .with("PIP_ROOT_USER_ACTION", "ignore")
                .sanca(arguments);
    }

    private static void succeeds(Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    @BeforeEach
    void removeWhatAnEarlierTestInstalled() throws Exception {
        succeeds(sanca("pip", "uninstall", "--quiet", "--yes", "six"));
    }

    @Test
    void installedPackageIsFoundByEachProgramWithTheBundledPython() throws Exception {
        Path script =
                Files.writeString(directory.resolve("uses_six.py"), "import six; print('six', six.__version__)\n");
        Result missing = sanca("run", script);
        assertThat(missing.exitCode()).isOne();
        assertThat(missing.output()).endsWith("ModuleNotFoundError: No module named 'six'\n");

        assertThat(javaProgram("import six; six.__version__").output())
                .contains("ModuleNotFoundError: No module named 'six'\nTo install it: sanca pip install six\n");

        succeeds(sanca("pip", "install", "--quiet", "six==1.17.0"));
        assertThat(sanca("run", script)).isEqualTo(new Result(0, "six 1.17.0\n"));
        assertThat(sanca("python", script)).isEqualTo(new Result(0, "six 1.17.0\n"));
        // NumPy comes from the class path, so this program and that one have different packages beside six.
        assertThat(sanca("python", "-c", "import numpy, six; print(six.PY3)")).isEqualTo(new Result(0, "True\n"));
        assertThat(javaProgram("import six; six.__version__")).isEqualTo(new Result(0, "'1.17.0'\n"));
        assertThat(sanca("python", "-m", "pip", "list").output())
                .contains("six")
                .contains("1.17.0");
    }

    /** A program whose class path has Sanca and the bundled Python alone. */
    private Result javaProgram(String code) throws Exception {
        Path program = Files.writeString(directory.resolve("Program.java"), """
                import dev.sanca.*;
                public class Program {
                    public static void main(String[] arguments) {
                        Python.attach(py -> {
                            String[] lines = arguments[0].split("; ");
                            var globals = py.dict();
                            py.run(lines[0], globals);
                            System.out.println(py.eval(lines[1], globals).repr());
                            return null;
                        });
                    }
                }
                """);
        List<String> paths = new ArrayList<>();
        for (String entry : (System.getProperty("java.class.path")
                        + File.pathSeparator
                        + System.getProperty("jdk.module.path", ""))
                .split(File.pathSeparator)) {
            if (!entry.contains("numpy") && !entry.contains("openblas")) {
                paths.add(entry);
            }
        }
        return CommandLineRunner.run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dsanca.cache=" + CACHE,
                        "-cp",
                        String.join(File.pathSeparator, paths),
                        program.toString(),
                        code),
                Map.of());
    }

    @Test
    void argumentsOutputAndExitCodeArePythons() throws Exception {
        assertThat(sanca("python", "-c", "import sys; print(sys.argv[1:]); sys.exit(7)", "--help", "@x", "-V", ""))
                .isEqualTo(new Result(7, "['--help', '@x', '-V', '']\n"));
        assertThat(sanca("python", "--version")).isEqualTo(new Result(0, "Python 3.14.3\n"));
        assertThat(sanca("pip", "no-such-command").exitCode()).isOne();
    }

    @Test
    void environmentThatIsNamedGetsThePackage() throws Exception {
        Path environment = directory.resolve("an environment");
        succeeds(sanca("python", "-m", "venv", environment));
        CommandLineRunner there = new CommandLineRunner().with("SANCA_PYTHON", environment.toString());
        succeeds(there.sanca("pip", "install", "--quiet", "six==1.17.0"));
        assertThat(there.sanca("python", "-c", "import six; print(six.__file__)")
                        .output())
                .startsWith(environment.toString());
        assertThat(sanca("python", "-c", "import six").output()).contains("No module named 'six'");
    }

    @Test
    void resourcesAreWrittenWithoutMaven() throws Exception {
        Path lock = directory.resolve("app.lock");
        Path wanted = Files.writeString(directory.resolve("requirements.txt"), "# what it needs\nsix==1.17.0\n");
        Path classes = directory.resolve("classes");
        Path sources = Files.createDirectories(directory.resolve("python"));
        Files.writeString(sources.resolve("mymodule.py"), "import six\nANSWER = six.__version__\n");
        succeeds(sanca("packages", "lock", "--requirements", wanted, "--lock-file", lock));
        succeeds(sanca(
                "packages",
                "resources",
                "--requirements",
                wanted,
                "--lock-file",
                lock,
                "--sources",
                sources,
                "--output",
                classes));
        assertThat(classes.resolve("META-INF/sanca/packages/six-1.17.0-py2.py3-none-any.whl"))
                .isRegularFile();
        Path script = Files.writeString(directory.resolve("script.py"), "import mymodule; print(mymodule.ANSWER)\n");
        assertThat(new CommandLineRunner().classPath(classes).sanca("run", script))
                .isEqualTo(new Result(0, "1.17.0\n"));
        Result other = sanca("packages", "resources", "--package", "six", "--lock-file", lock, "--output", classes);
        assertThat(other.exitCode()).isOne();
        assertThat(other.output())
                .contains("does not fit what the build asks for")
                .contains("sanca packages lock, with the same options");
    }
}
