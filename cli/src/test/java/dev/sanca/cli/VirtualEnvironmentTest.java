package dev.sanca.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sanca.PythonConfig;
import dev.sanca.cli.CommandLineRunner.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments with a package from PyPI, of the bundled Python and of the machine's own. */
class VirtualEnvironmentTest {
    @TempDir
    Path directory;

    @BeforeAll
    static void shareTheCacheOfTheOtherProcesses() {
        System.setProperty(
                "sanca.cache", Path.of("target", "cache").toAbsolutePath().toString());
    }

    @Test
    void packageIsImportedFromAnEnvironmentOfTheBundledPython() throws Exception {
        checkEnvironmentOf(PythonConfig.builder().build().locate().executable());
    }

    @Test
    void packageIsImportedFromAnEnvironmentOfTheSystemsPython() throws Exception {
        Path python = Path.of("/usr/bin/python3");
        assumeTrue(Files.isExecutable(python), "there is no " + python);
        Result shared = CommandLineRunner.run(
                List.of(
                        python.toString(),
                        "-c",
                        "import venv, ensurepip, sysconfig, os; print(os.path.exists("
                                + "os.path.join(sysconfig.get_config_var('LIBDIR'), sysconfig.get_config_var('INSTSONAME'))))"),
                Map.of());
        assumeTrue(shared.output().equals("True\n"), python + " has no shared library or no venv: " + shared.output());
        checkEnvironmentOf(python);
    }

    private void checkEnvironmentOf(Path python) throws Exception {
        Path venv = directory.resolve("an environment");
        check(python, "-m", "venv", venv.toString());
        check(
                venv.resolve("bin/python3"),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "six==1.17.0");
        Path script = Files.writeString(directory.resolve("script.py"), """
                import six, subprocess, sys
                print(six.__version__, sys.prefix != sys.base_prefix)
                print(sys.executable)
                print(subprocess.check_output([sys.executable, '-c', 'import six; print(six.PY3)'], text=True), end='')
                """);
        Result result =
                new CommandLineRunner().with("VIRTUAL_ENV", venv.toString()).sanca("run", script);
        assertThat(result.output()).isEqualTo("1.17.0 True\n" + venv.resolve("bin/python3") + "\nTrue\n");
        assertThat(result.exitCode()).isZero();
    }

    private static void check(Path program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Result result = CommandLineRunner.run(command, Map.of());
        assertThat(result.exitCode()).as(result.output()).isZero();
    }
}
