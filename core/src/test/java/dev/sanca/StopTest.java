package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.StopProgram;
import dev.sanca.testing.ChildJvm;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Python code that is told to stop, in a JVM of its own for each kind of thread: {@link StopProgram}. */
@Tag("cpython") // no other runtime has asynchronous exceptions
class StopTest {
    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "OTHER", "VIRTUAL"})
    void pythonIsStoppedWhateverItDoes(String thread) {
        String output = ChildJvm.of(StopProgram.class)
                .arguments(thread)
                .timeout(Duration.ofMinutes(3))
                .run()
                .orFail();
        assertThat(output).isEqualTo("passed\n");
    }
}
