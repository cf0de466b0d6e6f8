package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.MemoryEnd;
import dev.sanca.testing.ChildJvm;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where Java's heap is full, attaching and detaching either happen or fail, as a whole. In a JVM of its own. */
class MemoryEndTest {
    @Test
    @Tag("cpython") // another runtime may allocate where a thread enters it, so detach may not get back
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
