package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.MemoryEnd;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.KnownDifference;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where Java's heap is full, attaching and detaching either happen or fail, as a whole. In a JVM of its own. */
class MemoryEndTest {
    @KnownDifference(
            on = "reflected",
            failsWith = "0 objects left: unexpected java.lang.OutOfMemoryError",
            why = "the interface lets a runtime allocate where a thread enters it, so detach may not get back")
    @Test
    void attachAndDetachHappenOrFailAsAWhole() {
        String output = ChildJvm.of(MemoryEnd.class)
                .options("-Xmx10m", "-XX:+UseSerialGC", "-XX:-UseTLAB", "-XX:TieredStopAtLevel=1")
                .arguments("150", "14")
                .timeout(Duration.ofSeconds(120))
                .run()
                .orFail();
        assertThat(output).endsWith("passed\n").contains("done=", "failed=");
    }
}
