package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.entry;

import dev.sanca.testing.OwnershipExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
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

    @Test
    void builderKeepsOptionsOfTheStart() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream in = InputStream.nullInputStream();
        PythonConfig config = PythonConfig.builder()
                .stdout(out)
                .stderr(out)
                .stdin(in)
                .argv("program.py", "-x")
                .isolated()
                .pythonSignals()
                .utf8Mode(false)
                .warnings("error")
                .warnings("ignore::DeprecationWarning")
                .hashSeed(4_294_967_295L)
                .env("SECRET", "not to be shown")
                .build();
        assertThat(config.stdout()).containsSame(out);
        assertThat(config.stderr()).containsSame(out);
        assertThat(config.stdin()).containsSame(in);
        assertThat(config.argv()).containsExactly("program.py", "-x");
        assertThat(config.isolated()).isTrue();
        assertThat(config.pythonSignals()).isTrue();
        assertThat(config.utf8Mode()).contains(false);
        assertThat(config.warnings()).containsExactly("error", "ignore::DeprecationWarning");
        assertThat(config.hashSeed()).hasValue(4_294_967_295L);
        assertThat(config.env()).containsExactly(entry("SECRET", "not to be shown"));
        assertThat(config.toString())
                .endsWith(", argv=[program.py, -x], isolated, pythonSignals, utf8Mode=false, warnings=[error,"
                        + " ignore::DeprecationWarning], hashSeed=4294967295, env=[SECRET]]");
    }

    @Test
    void optionsOfTheStartAreOpenAtFirst() {
        PythonConfig config = PythonConfig.discover();
        assertThat(config.stdout()).isEmpty();
        assertThat(config.stderr()).isEmpty();
        assertThat(config.stdin()).isEmpty();
        assertThat(config.argv()).isEmpty();
        assertThat(config.isolated()).isFalse();
        assertThat(config.pythonSignals()).isFalse();
        assertThat(config.utf8Mode()).isEmpty();
        assertThat(config.warnings()).isEmpty();
        assertThat(config.hashSeed()).isEmpty();
        assertThat(config.env()).isEmpty();
    }

    @Test
    void writersAndLoggersAreStreams() throws IOException {
        StringWriter text = new StringWriter();
        PythonConfig config = PythonConfig.builder()
                .stdout(text)
                .stderr(System.getLogger("dev.sanca.test"), System.Logger.Level.TRACE)
                .build();
        OutputStream out = config.stdout().orElseThrow();
        for (byte b : "grün €😀".getBytes(StandardCharsets.UTF_8)) { // characters come in parts
            out.write(b);
        }
        out.write(new byte[] {(byte) 0xFF, 'x'});
        assertThat(text).hasToString("grün €😀\uFFFDx");
        assertThat(config.stderr().orElseThrow()).hasToString("System.Logger dev.sanca.test at TRACE");
        assertThat(PythonConfig.builder()
                        .stdout(System.getLogger("x"), System.Logger.Level.INFO)
                        .build()
                        .stdout())
                .isPresent();
        assertThat(PythonConfig.builder().stderr(text).build().stderr()).isPresent();
    }

    @Test
    void valuesThatPythonCannotHaveAreRefused() {
        PythonConfig.Builder builder = PythonConfig.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.hashSeed(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.hashSeed(1L << 32))
                .withMessageContaining("4294967296");
        for (String name : new String[] {"", "A=B", "A\0B"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> builder.env(name, "x"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> builder.env("A", "x\0"));
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
