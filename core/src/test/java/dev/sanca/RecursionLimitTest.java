package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.programs.RecursionProgram;
import dev.sanca.testing.ChildJvm;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code sys.setrecursionlimit} means what it means in {@code python3}, on threads with any stack. */
@Tag("cpython")
class RecursionLimitTest {
    @Test
    void limitDecidesHowDeepPythonsFunctionsNest() {
        List<String> lines =
                ChildJvm.of(RecursionProgram.class).run().orFail().lines().toList();
        assertThat(lines).extracting(line -> line.split(" ", -1)[0]).containsExactly("main", "small", "virtual");
        assertThat(lines).allSatisfy(line -> {
            assertThat(Integer.parseInt(line.split(" ", -1)[1])).isBetween(49_900, 50_000);
            assertThat(line).endsWith(" RecursionError");
        });
    }
}
