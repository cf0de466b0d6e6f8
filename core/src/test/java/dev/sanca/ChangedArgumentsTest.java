package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.ChangedArguments;
import dev.sanca.testing.ChildJvm;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Arguments belong to the call from the moment they are read; in a JVM of its own, which a count too few would end. */
class ChangedArgumentsTest {
    @Test
    void whatHappensToTheCallersArrayOrReferencesChangesNothing() {
        String output = ChildJvm.of(ChangedArguments.class)
                .timeout(Duration.ofSeconds(240))
                .run()
                .orFail();
        assertThat(output).endsWith("passed\n");
    }
}
