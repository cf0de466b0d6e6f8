package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PythonInstallationTest {
    @Test
    void installationIsWhatItWasMadeOf() {
        PythonInstallation made = new PythonInstallation(
                "3.14.3",
                Path.of("/p/bin/python3"),
                Path.of("/p/lib/libpython3.14.so"),
                Path.of("/venv"),
                Path.of("/p"),
                true,
                false,
                "named by a test");
        assertThat(made.version()).isEqualTo("3.14.3");
        assertThat(made.executable()).isEqualTo(Path.of("/p/bin/python3"));
        assertThat(made.libpython()).isEqualTo(Path.of("/p/lib/libpython3.14.so"));
        assertThat(made.prefix()).isEqualTo(Path.of("/venv"));
        assertThat(made.basePrefix()).isEqualTo(Path.of("/p"));
        assertThat(made.debug()).isTrue();
        assertThat(made.freeThreaded()).isFalse();
        assertThat(made.origin()).isEqualTo("named by a test");
    }

    @Tag("cpython")
    @Test
    void pythonUnderTestHasItsFiles() {
        PythonInstallation found = PythonConfig.discover().locate();
        assertThat(Files.exists(found.executable())).isTrue();
        assertThat(Files.isRegularFile(found.libpython())).isTrue();
        assertThat(Files.isDirectory(found.prefix())).isTrue();
        assertThat(Files.isDirectory(found.basePrefix())).isTrue();
        assertThat(found.origin()).isNotBlank();
    }
}
