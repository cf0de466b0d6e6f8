package dev.sanca.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a bundle returns. That discovery asks it is tested by {@code DiscoveryTest}. */
class BundledPythonTest {
    @Test
    void installationCopiesItsLists() throws IOException {
        List<Path> path = new ArrayList<>(List.of(Path.of("/numpy")));
        List<Path> preload = new ArrayList<>(List.of(Path.of("/libopenblas.so")));
        BundledPython bundle = cache -> new BundledPython.Installation(
                "3.14.3",
                cache,
                cache.resolve("venv"),
                cache.resolve("bin/python3"),
                cache.resolve("lib/libpython3.14.so"),
                path,
                preload);
        BundledPython.Installation installed = bundle.install(Path.of("/cache"));
        path.clear();
        preload.clear();

        assertThat(installed.version()).isEqualTo("3.14.3");
        assertThat(installed.home()).isEqualTo(Path.of("/cache"));
        assertThat(installed.prefix()).isEqualTo(Path.of("/cache/venv"));
        assertThat(installed.executable()).isEqualTo(Path.of("/cache/bin/python3"));
        assertThat(installed.libpython()).isEqualTo(Path.of("/cache/lib/libpython3.14.so"));
        assertThat(installed.path()).containsExactly(Path.of("/numpy"));
        assertThat(installed.preload()).containsExactly(Path.of("/libopenblas.so"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> installed.path().add(Path.of("/more")));
    }

    @Test
    void bundleNeedsNoEnvironmentForTheUser() {
        BundledPython bundle = cache -> {
            throw new AssertionError();
        };
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> bundle.userEnvironment(Path.of("/cache")))
                .withMessageContaining("SANCA_PYTHON");
    }
}
