package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.sanca.testing.OwnershipExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration holds. Which Python it leads to is tested by {@code DiscoveryTest}. */
@ExtendWith(OwnershipExtension.class)
class PythonConfigTest {
    @Test
    void discoveryLeavesEverythingOpen() {
        PythonConfig config = PythonConfig.discover();
        assertThat(config.python()).isEmpty();
        assertThat(config.home()).isEmpty();
        assertThat(config.runtime()).isEmpty();
        assertThat(config.path()).isEmpty();
        assertThat(config).hasToString("PythonConfig[python=discover, home=default, runtime=default, path=[]]");
    }

    @Test
    void builderKeepsEachChoice() {
        PythonConfig config = PythonConfig.builder()
                .python(Path.of("/some/python3"))
                .home(Path.of("/some/home"))
                .runtime("cpython")
                .addPath(Path.of("/first"))
                .addPath(Path.of("/second"))
                .build();
        assertThat(config.python()).contains(Path.of("/some/python3"));
        assertThat(config.home()).contains(Path.of("/some/home"));
        assertThat(config.runtime()).contains("cpython");
        assertThat(config.path()).containsExactly(Path.of("/first"), Path.of("/second"));
        assertThat(config)
                .hasToString("PythonConfig[python=/some/python3, home=/some/home, runtime=cpython,"
                        + " path=[/first, /second]]");
    }

    @Test
    void configurationStaysAsItWasWhenItsBuilderGoesOn() {
        PythonConfig.Builder builder = PythonConfig.builder().addPath(Path.of("/first"));
        PythonConfig config = builder.build();
        builder.addPath(Path.of("/second")).runtime("other");
        assertThat(config.path()).containsExactly(Path.of("/first"));
        assertThat(config.runtime()).isEmpty();
    }

    @Test
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> PythonConfig.builder().python(nothing()));
        assertThatNullPointerException().isThrownBy(() -> PythonConfig.builder().home(nothing()));
        assertThatNullPointerException().isThrownBy(() -> PythonConfig.builder().addPath(nothing()));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what callers without null checks may pass
    private static <T> T nothing() {
        return null;
    }

    @Tag("cpython")
    @Test
    void locateFindsWhatPythonItselfSays() {
        PythonInstallation found = PythonConfig.discover().locate();
        try (Python py = Python.attach()) {
            assertThat(Python.version()).startsWith(found.version());
            assertThat(py.importModule("sys").getAttr("prefix").str())
                    .isEqualTo(found.prefix().toString());
        }
    }

    @Test
    void locateSaysWhatIsWrongWithTheNamedPython(@TempDir Path directory) {
        Path missing = directory.resolve("no-python");
        assertThatExceptionOfType(PythonConfigException.class)
                .isThrownBy(() -> PythonConfig.builder().python(missing).build().locate())
                .withMessageContaining(missing.toString())
                .withMessageContaining("does not exist");
    }
}
