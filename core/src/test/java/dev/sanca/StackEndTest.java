package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.StackEnd;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.KnownDifference;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a thread's stack ends, attaching and detaching either happen or fail, as a whole: no GIL is kept, no thread state is
 * half made. Each sweep in a JVM of its own.
 *
 * @see StackEnd for what is tried; with a step of 1 it tries everything, which takes minutes
 */
class StackEndTest {
    private static void passes(String mode, String... arguments) {
        String output = ChildJvm.of(StackEnd.class)
                .options(mode, "-Xss512k", "-XX:MaxJavaStackTraceDepth=64")
                .arguments(arguments)
                .timeout(Duration.ofSeconds(120))
                .run()
                .orFail();
        assertThat(output).endsWith("passed\n").contains("done=", "StackOverflowError=");
    }

    /** A step that is no multiple of what any call takes meets each part of an operation some time. */
    @ParameterizedTest
    @CsvSource({"-Xint, 256, 1400, 37", "-Xmixed, 256, 3600, 101"})
    void attachAndDetachHappenOrFailAsAWhole(String mode, String kib, String frames, String step) {
        passes(mode, kib, "0", frames, step);
    }

    /** A class whose initialisation runs out of stack is lost for the life of the JVM. */
    @ParameterizedTest
    @ValueSource(strings = {"2", "30", "150", "400", "1200"})
    void firstUseOfAllLosesNoClass(String framesFromEnd) {
        String output = ChildJvm.of(StackEnd.class)
                .options("-Xint")
                .arguments("512", framesFromEnd)
                .run()
                .orFail();
        assertThat(output).endsWith("passed\n");
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "cannot hold a virtual thread on its carrier",
            why = "behind the interface, nothing holds a virtual thread on its carrier")
    @Test
    void virtualThreadToo() {
        passes("-Xint", "virtual", "0", "3200", "101");
    }
}
