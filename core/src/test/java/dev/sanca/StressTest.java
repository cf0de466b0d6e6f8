package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.FreeForAll;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything at once, from eight threads. Give a seed with {@code -Dsanca.test.seed}. */
@ExtendWith(OwnershipExtension.class)
class StressTest {
    @Test
    void freeForAllShort() {
        run(3);
    }

    @Test
    @Tag("memory")
    void freeForAllLong() {
        run(20);
    }

    private static void run(int seconds) {
        long seed = Long.getLong("sanca.test.seed", System.nanoTime());
        System.out.println("StressTest seed " + seed);
        String output = ChildJvm.of(FreeForAll.class)
                .arguments(Integer.toString(seconds), Long.toString(seed))
                .timeout(Duration.ofSeconds(seconds + 60))
                .run()
                .orFail();
        assertThat(output).contains("balanced");
    }
}
