package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.CountsAtStackEnd;
import dev.sanca.testing.ChildJvm;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where the stack ends in the middle of an operation, no count is left behind; in a JVM of its own. */
class CountsAtStackEndTest {
    @Test
    void operationsThatFailGiveBackWhatTheyHaveTaken() {
        String output = ChildJvm.of(CountsAtStackEnd.class)
                .options("-XX:MaxJavaStackTraceDepth=16")
                .arguments("512")
                .timeout(Duration.ofSeconds(240))
                .run()
                .orFail();
        assertThat(output).endsWith("passed\n");
    }
}
