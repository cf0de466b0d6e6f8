package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.ExitingProgram;
import dev.sanca.testing.ChildJvm;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each garbage collector of the JVM, and a heap that is just large enough: four threads use Python until the JVM exits. */
@Tag("cpython")
class CollectorsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseSerialGC",
                "-XX:+UseParallelGC",
                "-XX:+UseG1GC",
                "-XX:+UseZGC",
                "-XX:+UseShenandoahGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx12m"
            })
    void pythonWorksUntilTheExit(String option) {
        ChildJvm.Result result = ChildJvm.of(ExitingProgram.class)
                .options(option)
                .arguments("UNDER_LOAD", "3")
                .timeout(Duration.ofSeconds(60))
                .run();
        assertThat(result.output()).isEqualTo("buffered\natexit ran\n");
        assertThat(result.exitCode()).isEqualTo(3);
    }
}
