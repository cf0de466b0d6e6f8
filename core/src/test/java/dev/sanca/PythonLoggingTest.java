package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.LoggingProgram;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What Python logs, in the loggers of Java: in a JVM of its own, since the handler stays in Python for good. */
@ExtendWith(OwnershipExtension.class)
class PythonLoggingTest {
    private static final String SETTINGS = """
            handlers=java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level=ALL
            java.util.logging.SimpleFormatter.format=%4$s|%3$s|%5$s%6$s%n
            .level=ALL
            jdk.level=WARNING
            java.level=WARNING
            sun.level=WARNING
            quiet.level=WARNING
            """;

    @Test
    void recordsReachTheLoggerOfTheSameName(@TempDir Path directory) throws IOException {
        Path settings = Files.writeString(directory.resolve("logging.properties"), SETTINGS);
        String output = ChildJvm.of(LoggingProgram.class)
                .options("-Djava.util.logging.config.file=" + settings, "-Duser.language=en")
                .run()
                .orFail();
        assertThat(output)
                .containsSubsequence(
                        "WARNING|python|of the root\n",
                        "FINER|shop.orders|level 5\n",
                        "FINE|shop.orders|level 10\n",
                        "INFO|shop.orders|{0} braces 7%\n",
                        "WARNING|shop.orders|warned\n",
                        "SEVERE|shop.orders|failed\n",
                        "SEVERE|shop.orders|critical\n",
                        "SEVERE|shop.orders|with exception\n",
                        "dev.sanca.PythonException: KeyError: 'key'\n\tat python.fail(",
                        "SEVERE|shop.orders|with a Java exception\njava.lang.IllegalStateException: of Java\n",
                        "WARNING|quiet|shown\n",
                        "INFO|shop.orders|<formatted>\n",
                        "--- Logging error ---",
                        "TypeError: %d format: a");
        assertThat(output).doesNotContain("not shown").containsOnlyOnce("of the root");
    }

    @Test
    void handlerIsAddedOnce() {
        try (Python py = Python.attach()) {
            py.run("import logging; _before = logging.getLogger().level, list(logging.getLogger().handlers)");
            try {
                PythonLogging.install(py);
                PythonLogging.install(py);
                assertThat(py.eval("len(logging.getLogger().handlers) - len(_before[1])")
                                .asLong())
                        .isEqualTo(1);
                assertThat(py.eval("logging.getLogger().level").asLong()).isZero();
            } finally {
                py.run("logging.getLogger().handlers[:] = _before[1]; logging.getLogger().setLevel(_before[0]);"
                        + " logging._handlerList.pop(); del _before, logging");
            }
        }
    }
}
