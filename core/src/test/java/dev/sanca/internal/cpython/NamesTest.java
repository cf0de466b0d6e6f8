package dev.sanca.internal.cpython;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class NamesTest {
    @Test
    void anyNumberOfNamesInFlatMemoryNoneFreedInUse() {
        String output = ChildJvm.of(NamesMain.class)
                .options("-Xmx256m")
                .timeout(Duration.ofMinutes(5))
                .run()
                .orFail();
        assertThat(output).endsWith("done\n");
    }
}
