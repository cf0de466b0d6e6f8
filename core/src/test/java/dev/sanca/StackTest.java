package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.StackTorture;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.KnownDifference;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Running out of stack ends in an exception that can be caught, and the JVM goes on working; each in a JVM of its own. */
class StackTest {
    private static void passes(String... arguments) {
        String output = ChildJvm.of(StackTorture.class)
                // Each of thousands of levels may throw, and naming a thousand frames for each takes minutes.
                .options("-XX:MaxJavaStackTraceDepth=64")
                .arguments(arguments)
                .timeout(Duration.ofSeconds(240))
                .run()
                .orFail();
        assertThat(output).endsWith("passed\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"512", "1024", "8192"})
    void endlessCallsBetweenJavaAndPythonEndInAnException(String kib) {
        passes(kib, "calls");
    }

    @ParameterizedTest
    @ValueSource(strings = {"512"})
    void pythonCanBeCalledFromTheDepthsOfJavasOverflow(String kib) {
        passes(kib, "overflow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"512", "1024", "8192"})
    void deepRecursionInsidePythonEndsInAnException(String kib) {
        passes(kib, "python");
    }

    @ParameterizedTest
    @ValueSource(strings = {"512", "8192"})
    void proxiesOfJavaObjectsEndInAnException(String kib) {
        passes(kib, "proxies");
    }

    @KnownDifference(
            on = "reflected",
            failsWith = "cannot hold a virtual thread on its carrier",
            why = "behind the interface, nothing holds a virtual thread on its carrier")
    @Test
    void virtualThreadsSurviveToo() {
        passes("virtual", "calls", "overflow", "python", "proxies");
    }

    @Test
    void pythonsOwnThreadsSurviveToo() {
        passes("python", "calls", "python", "proxies");
    }
}
