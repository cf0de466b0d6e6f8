package dev.sanca.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sanca.testing.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each garbage collector runs in a separate JVM, with the flags that change what {@code System.gc()} does. Needs no Python. */
@Tag("cpython")
class ForcedCollectionTest {
    private static String run(String options, String... arguments) {
        ChildJvm.Result result = ChildJvm.of(ForcedCollectionProgram.class)
                .options(options.split(" "))
                .arguments(arguments)
                .run();
        assumeThat(result.output())
                .as("a collector that this JDK does not have")
                .doesNotContain("Unrecognized VM option", "not supported");
        return result.orFail();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseG1GC",
                "-XX:+UseParallelGC",
                "-XX:+UseSerialGC",
                "-XX:+UseZGC",
                "-XX:+UseG1GC --limit-modules=java.base,dev.sanca"
            })
    void collectsWhenSystemGcIsDisabled(String collector) {
        String output = run(collector + " -XX:+DisableExplicitGC");
        assertThat(output)
                .contains("System.gc() false", "ForcedCollection true")
                .doesNotContain("System.gc() true", "ForcedCollection false", "WARNING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseG1GC",
                "-XX:+UseParallelGC",
                "-XX:+UseSerialGC",
                "-XX:+UseZGC",
                "-XX:+UseShenandoahGC",
                "-XX:+UseG1GC -XX:+ExplicitGCInvokesConcurrent",
            })
    void callsOnlySystemGcWhenThatCollects(String collector) {
        String output = run(collector);
        assertThat(output)
                .contains("System.gc() true", "ForcedCollection true")
                .doesNotContain("System.gc() false", "ForcedCollection false", "WARNING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseShenandoahGC -XX:+DisableExplicitGC",
                "-XX:+UnlockExperimentalVMOptions -XX:+UseEpsilonGC",
            })
    void logsOneWarningWhenNothingCollects(String options) {
        String output = run(options);
        assertThat(output)
                .contains("ForcedCollection false")
                .containsOnlyOnce("Sanca cannot make this JVM collect garbage")
                .contains("Remove -XX:+DisableExplicitGC");
    }

    @Test
    void interruptedThreadWaitsForTheCollectionAndStaysInterrupted() {
        String output = run("-XX:+UseParallelGC -XX:+DisableExplicitGC", "interrupt");
        assertThat(output)
                .contains("ForcedCollection true", "interrupted true")
                .doesNotContain("ForcedCollection false");
    }
}
