package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sanca.programs.NativeCalls;
import dev.sanca.testing.ChildJvm;
import dev.sanca.testing.OwnershipExtension;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operations cost in native calls, counted in a JVM of its own. */
@Tag("cpython")
@ExtendWith(OwnershipExtension.class)
class NativeCallsTest {
    private static Map<String, Integer> calls = Map.of();

    @BeforeAll
    static void count() {
        calls = ChildJvm.of(NativeCalls.class)
                .options("-Dsanca.downcalls=count")
                .run()
                .orFail()
                .lines()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2).split(": "))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.valueOf(parts[1])));
    }

    /** Without a proved layout each count is a call. */
    private static int callsOf(String operation) {
        assumeTrue(calls.containsKey("bare getAttr"), "the layout is opaque");
        return Objects.requireNonNull(calls.get(operation), operation);
    }

    @Test
    void nestedAttachMakesNone() {
        assertThat(calls).containsEntry("nested attach", 0).containsEntry("nested scope", 0);
    }

    /** The GIL is taken and given up, and the stack is measured before either; one call asks who has the GIL. */
    @Test
    void attachMakesFive() {
        assertThat(calls.get("attach and close")).isLessThanOrEqualTo(5);
        assertThat(calls.get("attach with a body")).isLessThanOrEqualTo(4);
    }

    @Test
    void detachMakesFour() {
        assertThat(calls.get("detach")).isLessThanOrEqualTo(4);
    }

    @Test
    void boundReferenceMakesNoneWhileItsObjectLives() {
        assertThat(callsOf("reference made and closed")).isZero();
        assertThat(callsOf("1000 references left to their scope")).isZero();
        assertThat(callsOf("small int read")).isZero();
    }

    @Test
    void detachedReferenceMakesNoneWhileItsObjectLives() {
        assertThat(callsOf("Py made and closed")).isZero();
        assertThat(callsOf("Py bound and closed")).isZero();
    }

    @Test
    void objectDiesByOneCall() {
        assertThat(callsOf("object that dies")).isEqualTo(callsOf("bare getAttr"));
    }

    @Test
    void readsAndCallsMakeAsManyAsBareOnes() {
        assertThat(callsOf("getAttr")).isEqualTo(callsOf("bare getAttr"));
        assertThat(callsOf("getItem")).isEqualTo(callsOf("bare getAttr"));
        assertThat(callsOf("call")).isEqualTo(callsOf("bare getAttr"));
        assertThat(callsOf("callMethod")).isEqualTo(callsOf("bare getAttr"));
    }
}
