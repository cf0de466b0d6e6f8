package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.NoMemory;
import dev.sanca.testing.ChildJvm;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Where Python has no memory, each public operation ends with a {@code MemoryError} and loses nothing. In a JVM of its own, in
 * the run that takes its time.
 */
class NoMemoryTest {
    @Test
    @Tag("memory")
    void everyOperationEndsWithMemoryErrorAndLosesNothing() {
        String output = ChildJvm.of(NoMemory.class)
                .timeout(Duration.ofMinutes(25))
                .run()
                .orFail();
        assertThat(output).endsWith("passed\n");
    }
}
